/** Codes runs of equal characters as the count and the character. */
export function mainSolution(text) {
  const parts = [];
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    count++;
    if (i + 1 === text.length || text[i + 1] !== text[i]) {
      parts.push(`${count}${text[i]}`);
      count = 0;
    }
  }
  const coded = parts.join('');
  return { coded, saved: text.length - coded.length };
}
