def main_solution(matrix):
    """The numbers of a matrix, read clockwise from the top left inwards."""
    read = []
    top, left = 0, 0
    bottom, right = len(matrix) - 1, len(matrix[0]) - 1
    while top <= bottom and left <= right:
        for column in range(left, right + 1):
            read.append(matrix[top][column])
        for row in range(top + 1, bottom + 1):
            read.append(matrix[row][right])
        if top < bottom and left < right:
            for column in range(right - 1, left - 1, -1):
                read.append(matrix[bottom][column])
            for row in range(bottom - 1, top, -1):
                read.append(matrix[row][left])
        top += 1
        left += 1
        bottom -= 1
        right -= 1
    return read
