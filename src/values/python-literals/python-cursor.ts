/** Python itself refuses brackets nested deeper than this. */
const mostLevels = 200;

const spacesInLine = /(?:[ \t\f]|\\\n)*/y;
const spacesAndComments = /(?:[ \t\f\n]|\\\n|#[^\n]*)*/y;

/** A place in a text of Python source, which moves on as its pieces are read. */
export class PythonCursor {
  readonly text: string;
  position = 0;
  /** Line breaks count only outside of brackets. */
  #level: number;

  /**
   * @param text - Python source with line breaks of any kind.
   * @param level - In how many brackets the text stands.
   */
  constructor(text: string, level: number) {
    this.text = text.replace(/\r\n?/g, '\n');
    this.#level = level;
    this.match(spacesAndComments);
  }

  /** The character at this place; `undefined` at the end. */
  get next(): string | undefined {
    return this.text[this.position];
  }

  /** What a sticky pattern matches here. */
  peek(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.position;
    return pattern.exec(this.text)?.[0];
  }

  /** What a sticky pattern matches here, which is passed over. */
  match(pattern: RegExp): string | undefined {
    const token = this.peek(pattern);
    if (token !== undefined) this.position += token.length;
    return token;
  }

  /** Passes over a piece of text, if it is there, and over the spaces around it. */
  take(piece: string): boolean {
    this.skipSpaces();
    if (!this.text.startsWith(piece, this.position)) return false;
    this.position += piece.length;
    this.skipSpaces();
    return true;
  }

  /** Passes over spaces, and inside of brackets over line breaks and comments. */
  skipSpaces(): void {
    this.match(this.#level === 0 ? spacesInLine : spacesAndComments);
  }

  /** Says whether only spaces, line breaks and comments are left. */
  isAtEnd(): boolean {
    return this.position + (this.peek(spacesAndComments)?.length ?? 0) === this.text.length;
  }

  /** Passes over an opening bracket and the spaces behind it. */
  enter(): void {
    if (++this.#level > mostLevels) throw this.problem(`nested deeper than ${mostLevels} levels`);
    this.position++;
    this.skipSpaces();
  }

  /** Passes over a closing bracket. */
  leave(): void {
    this.#level--;
    this.position++;
  }

  unexpected(expected: string): SyntaxError {
    const found = this.next === undefined ? 'the text ends' : `found ${JSON.stringify(this.next)}`;
    return this.problem(`expected ${expected}, ${found}`);
  }

  problem(problem: string, position: number = this.position): SyntaxError {
    return new SyntaxError(`${problem} at position ${position}`);
  }
}
