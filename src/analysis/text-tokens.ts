/** A text in quotes, a word, or one other character. */
const piece =
  /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n]){0,1000}"|'(?:\\.|[^'\\\n]){0,1000}'|[\p{ID_Continue}$]+|\S/gu;

/**
 * Splits code that cannot be parsed into words, texts in quotes and other characters, with
 * tokens for the end of a line and for a change of indentation, which may mean something. How far
 * a line is indented, empty lines and the space between words leave no trace; names and comments do.
 */
export function textTokens(code: string): string[] {
  const tokens: string[] = [];
  const indents = [0];
  let end = 0;
  for (const match of code.matchAll(piece)) {
    const gap = code.slice(end, match.index);
    const lineStart = gap.lastIndexOf('\n') + 1;
    if (lineStart > 0 && tokens.length > 0) tokens.push('\\n');
    if (lineStart > 0 || tokens.length === 0) indent(gap.length - lineStart, indents, tokens);
    tokens.push(match[0].includes('\n') ? JSON.stringify(match[0]) : match[0]);
    end = match.index + match[0].length;
  }
  return tokens;
}

/** Notes whether a line is indented more than the one before, or ends indented blocks. */
function indent(width: number, indents: number[], tokens: string[]): void {
  if (width > (indents.at(-1) ?? 0)) {
    indents.push(width);
    // The first line has nothing to be indented from.
    if (tokens.length > 0) tokens.push('\\>');
  }
  while (width < (indents.at(-1) ?? 0)) {
    indents.pop();
    tokens.push('\\<');
  }
}
