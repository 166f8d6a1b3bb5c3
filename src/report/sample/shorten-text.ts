/** Longest text of a conversation that is shown whole, in characters. */
const longestText = 20_000;

/** Longest name that is shown whole, in characters. */
const longestName = 120;

/** Cuts a name that no one would call one. */
export function shortenName(name: string): string {
  return name.length <= longestName ? name : `${name.slice(0, longestName - 1)}…`;
}

/** Cuts a long text in the middle and says how much is left out. */
export function shortenText(text: string, longest: number = longestText): string {
  if (text.length <= longest) return text;
  const half = Math.floor(longest / 2);
  const leftOut = text.length - 2 * half;
  return `${text.slice(0, half)}\n[… ${leftOut} characters left out …]\n${text.slice(-half)}`;
}
