/** The numbers of a matrix, read clockwise from the top left inwards. */
export function mainSolution(matrix) {
  const read = [];
  let top = 0;
  let left = 0;
  let bottom = matrix.length - 1;
  let right = matrix[0].length - 1;
  while (top <= bottom && left <= right) {
    for (let column = left; column <= right; column++) read.push(matrix[top][column]);
    for (let row = top + 1; row <= bottom; row++) read.push(matrix[row][right]);
    if (top < bottom && left < right) {
      for (let column = right - 1; column >= left; column--) read.push(matrix[bottom][column]);
      for (let row = bottom - 1; row > top; row--) read.push(matrix[row][left]);
    }
    top++;
    left++;
    bottom--;
    right--;
  }
  return read;
}
