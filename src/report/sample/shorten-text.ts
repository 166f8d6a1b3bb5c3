/** Longest text of a conversation that is shown whole, in characters. */
export const longestText = 20_000;

/** Cuts a long text in the middle and says how much is left out. */
export function shortenText(text: string, longest: number = longestText): string {
  if (text.length <= longest) return text;
  const half = Math.floor(longest / 2);
  const leftOut = text.length - 2 * half;
  return `${text.slice(0, half)}\n[… ${leftOut} characters left out …]\n${text.slice(-half)}`;
}
