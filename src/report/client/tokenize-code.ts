/** What a piece of code is, as far as colors need to know. */
export type TokenKind = 'comment' | 'string' | 'number' | 'keyword' | 'plain';

const words = {
  javascript:
    'async await break case catch class const continue default delete do else export extends false finally for function if import in instanceof let new null of return static super switch this throw true try typeof undefined var void while yield interface type enum implements private readonly as satisfies',
  python:
    'and as assert async await break class continue def del elif else except False finally for from global if import in is lambda None nonlocal not or pass raise return True try while with yield',
};

const script =
  /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<string>"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|`(?:\\[\s\S]|[^`\\])*`?)|(?<number>\b\d[\w.]*)|(?<word>[A-Za-z_$][\w$]*)/g;
const python =
  /(?<comment>#[^\n]*)|(?<string>"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?)|(?<number>\b\d[\w.]*)|(?<word>[A-Za-z_]\w*)/g;

/** Cuts code into pieces for coloring. The pieces together are the code, whatever it is. */
export function tokenizeCode(
  code: string,
  language: string,
): readonly (readonly [kind: TokenKind, text: string])[] {
  const isPython = language === 'python';
  const keywords = new Set((isPython ? words.python : words.javascript).split(' '));
  const tokens: [TokenKind, string][] = [];
  const push = (kind: TokenKind, text: string): void => {
    const last = tokens.at(-1);
    if (kind === 'plain' && last?.[0] === 'plain') last[1] += text;
    else if (text !== '') tokens.push([kind, text]);
  };
  let end = 0;
  for (const match of code.matchAll(isPython ? python : script)) {
    push('plain', code.slice(end, match.index));
    const { comment, string, number, word } = match.groups ?? {};
    const [text] = match;
    if (comment !== undefined) push('comment', text);
    else if (string !== undefined) push('string', text);
    else if (number !== undefined) push('number', text);
    else push(word !== undefined && keywords.has(word) ? 'keyword' : 'plain', text);
    end = match.index + text.length;
  }
  push('plain', code.slice(end));
  return tokens;
}
