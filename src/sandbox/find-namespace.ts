import { getFormattedTokens } from 'sucrase';

interface Token {
  /** Line and column, as `3:1`. */
  readonly place: string;
  readonly text: string;
  readonly isType: boolean;
}

const namespaceWord = /\b(?:namespace|module)\b/;
const tokenRow = /^(\d+:\d+)-\d+:\d+ +(?!template\b)\S+ +(\S+)(.*)$/gm;
const valueWords = new Set([
  'const',
  'let',
  'var',
  'function',
  'async',
  'class',
  'abstract',
  'enum',
]);

/**
 * Finds the first namespace of a TypeScript program that holds values: sucrase takes it for a type
 * and removes it.
 *
 * @returns Its line and column, as `3:1`.
 */
export function findNamespace(code: string): string | undefined {
  if (!namespaceWord.test(code)) return undefined;
  const tokens = readTokens(code);
  for (let at = 0; at < tokens.length; at++) {
    const body = bodyOfNamespace(tokens, at);
    if (body === undefined) continue;
    if (tokens[at - 1]?.text === 'declare') at = endOf(tokens, body);
    else if (hasValues(tokens, body)) return tokens[at]?.place;
  }
  return undefined;
}

function readTokens(code: string): Token[] {
  const table = getFormattedTokens(code, { transforms: ['typescript'] });
  return Array.from(table.matchAll(tokenRow), ([, place = '', text = '', rest = '']) => {
    return { place, text, isType: rest.includes(' isType ') };
  });
}

/** Where the body of the namespace or module begins that is declared here, if one is. */
function bodyOfNamespace(tokens: readonly Token[], at: number): number | undefined {
  const { text, isType } = tokens[at] as Token;
  if (!isType || !/^(?:namespace|module|global)$/.test(text)) return undefined;
  let body = at + 1;
  if (text !== 'global') body++;
  while (tokens[body]?.text === '.') body += 2;
  return tokens[body]?.text === '{' ? body : undefined;
}

/** Where the braces end that begin here. */
function endOf(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let at = start; at < tokens.length; at++) {
    depth += depthChange(tokens[at] as Token);
    if (depth === 0) return at;
  }
  return tokens.length;
}

function depthChange({ text }: Token): number {
  if (/^(?:[([{]|\$\{)$/.test(text)) return 1;
  return /^[)\]}]$/.test(text) ? -1 : 0;
}

/** Whether a namespace declares a value itself; those inside of it are looked at by themselves. */
function hasValues(tokens: readonly Token[], start: number): boolean {
  const end = endOf(tokens, start);
  let depth = 0;
  let isDeclared = false;
  for (let at = start; at < end; at++) {
    const token = tokens[at] as Token;
    depth += depthChange(token);
    const isValueWord = depth === 1 && valueWords.has(token.text);
    if (isValueWord && !isDeclared) return true;
    isDeclared = token.text === 'declare' || (isDeclared && isValueWord);
  }
  return false;
}
