import type { JsonValue } from '../core/json-value.js';
import { JsonSyntaxError } from '../errors/json-syntax-error.js';
import { exactNumber } from './exact-number.js';
import { readNumber } from './read-number.js';
import { suitsJsonParse } from './suits-json-parse.js';

/** Values nested deeper than this are refused, so that no later step can run out of stack. */
const maximumDepth = 1000;

/**
 * Reads JSON text without changing a number: what a JavaScript number cannot carry becomes an
 * `ExactNumber`. Python's `NaN`, `Infinity` and `-Infinity` are read too.
 *
 * @throws JsonSyntaxError when the text is not JSON, or is nested deeper than 1,000 levels.
 */
export function parseJson(text: string): JsonValue {
  if (suitsJsonParse(text, maximumDepth)) {
    try {
      return JSON.parse(text) as JsonValue;
    } catch {
      // The reader below finds the place of the problem.
    }
  }
  const reader = new Reader(text);
  return reader.readDocument();
}

const whitespace = /[ \t\n\r]*/y;
const numberToken = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these in a string.
const stringToken = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const words: ReadonlyMap<string, JsonValue> = new Map<string, JsonValue>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['NaN', exactNumber('NaN')],
  ['Infinity', exactNumber('Infinity')],
  ['-Infinity', exactNumber('-Infinity')],
]);

class Reader {
  readonly #text: string;
  #position = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readDocument(): JsonValue {
    const value = this.#readValue();
    this.#skipWhitespace();
    if (this.#position < this.#text.length) throw this.#unexpected('the end');
    return value;
  }

  #readValue(): JsonValue {
    this.#skipWhitespace();
    switch (this.#text[this.#position]) {
      case '{':
        return this.#nested(() => this.#readObject());
      case '[':
        return this.#nested(() => this.#readArray());
      case '"':
        return this.#readString();
      default:
        return this.#readWordOrNumber();
    }
  }

  #nested<T>(read: () => T): T {
    if (++this.#depth > maximumDepth) {
      throw new JsonSyntaxError(`nested deeper than ${maximumDepth} levels`, this.#position);
    }
    this.#position++;
    const value = read();
    this.#depth--;
    return value;
  }

  #readObject(): JsonValue {
    const object: Record<string, JsonValue> = {};
    if (this.#take('}')) return object;
    do {
      this.#skipWhitespace();
      if (this.#text[this.#position] !== '"') throw this.#unexpected('a key in double quotes');
      const key = this.#readString();
      if (!this.#take(':')) throw this.#unexpected('":"');
      // Plain assignment would set the prototype for the key "__proto__".
      Object.defineProperty(object, key, {
        value: this.#readValue(),
        writable: true,
        enumerable: true,
        configurable: true,
      });
    } while (this.#take(','));
    if (!this.#take('}')) throw this.#unexpected('"," or "}"');
    return object;
  }

  #readArray(): JsonValue {
    const array: JsonValue[] = [];
    if (this.#take(']')) return array;
    do array.push(this.#readValue());
    while (this.#take(','));
    if (!this.#take(']')) throw this.#unexpected('"," or "]"');
    return array;
  }

  #readString(): string {
    const token = this.#match(stringToken);
    if (token === undefined) throw new JsonSyntaxError('unreadable string', this.#position);
    return JSON.parse(token) as string;
  }

  #readWordOrNumber(): JsonValue {
    for (const [word, value] of words) {
      if (this.#text.startsWith(word, this.#position)) {
        this.#position += word.length;
        return value;
      }
    }
    const token = this.#match(numberToken);
    if (token === undefined) throw this.#unexpected('a value');
    return readNumber(token);
  }

  #take(character: string): boolean {
    this.#skipWhitespace();
    if (this.#text[this.#position] !== character) return false;
    this.#position++;
    return true;
  }

  #skipWhitespace(): void {
    this.#match(whitespace);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#position;
    const token = pattern.exec(this.#text)?.[0];
    if (token !== undefined) this.#position += token.length;
    return token;
  }

  #unexpected(expected: string): JsonSyntaxError {
    const found = this.#text[this.#position];
    const what = found === undefined ? 'the text ends' : `found ${JSON.stringify(found)}`;
    return new JsonSyntaxError(`expected ${expected}, ${what}`, this.#position);
  }
}
