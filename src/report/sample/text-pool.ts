import { embeddedBytes } from './embedded-json.js';
import type { TextNumber } from './sample-data.js';

/** Texts that conversations share. A text is there as long as somebody holds it. */
export interface TextPool {
  /** What all texts take in the page. */
  readonly bytes: number;
  /** Holds a text once more, and gives its number. */
  hold(this: void, text: string): TextNumber;
  /** Lets go of a text that was held. */
  release(this: void, number: TextNumber): void;
  texts(this: void): { readonly [number: TextNumber]: string };
}

/** A key of digits with its quotes, colon and comma. */
const bytesPerKey = 14;

/** Makes a pool without texts. */
export function createTextPool(): TextPool {
  const byText = new Map<string, { number: TextNumber; holders: number; bytes: number }>();
  const byNumber = new Map<TextNumber, string>();
  let bytes = 0;
  let next = 0;
  return {
    get bytes() {
      return bytes;
    },
    hold(text) {
      let held = byText.get(text);
      if (held === undefined) {
        held = { number: next++, holders: 0, bytes: embeddedBytes(text) + bytesPerKey };
        byText.set(text, held);
        byNumber.set(held.number, text);
        bytes += held.bytes;
      }
      held.holders++;
      return held.number;
    },
    release(number) {
      const text = byNumber.get(number) ?? '';
      const held = byText.get(text);
      if (held === undefined || --held.holders > 0) return;
      byText.delete(text);
      byNumber.delete(number);
      bytes -= held.bytes;
    },
    texts: () => Object.fromEntries(byNumber),
  };
}
