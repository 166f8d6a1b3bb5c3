/** Whether the brackets of a text match, how deep they go, and where the first mistake is. */
export function mainSolution(text) {
  const partner = { ')': '(', ']': '[', '}': '{' };
  const opened = [];
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if ('([{'.includes(character)) {
      opened.push({ character, at: i });
      depth = Math.max(depth, opened.length);
    } else if (character in partner) {
      const last = opened.pop();
      if (last === undefined || last.character !== partner[character]) {
        return { isBalanced: false, depth, mistakeAt: i };
      }
    }
  }
  if (opened.length === 0) return { isBalanced: true, depth, mistakeAt: -1 };
  return { isBalanced: false, depth, mistakeAt: opened[0].at };
}
