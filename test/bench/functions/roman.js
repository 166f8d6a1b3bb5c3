/** Numbers as Roman numerals. */
export function mainSolution(numbers) {
  const symbols = ['M', 'CM', 'D', 'CD', 'C', 'XC', 'L', 'XL', 'X', 'IX', 'V', 'IV', 'I'];
  const values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1];
  return numbers.map((number) => {
    let rest = number;
    let numeral = '';
    for (let i = 0; i < values.length; i++) {
      while (rest >= values[i]) {
        numeral += symbols[i];
        rest -= values[i];
      }
    }
    return numeral;
  });
}
