import type { FunctionPairs } from '../../../src/core/function-pairs.js';
import { defineFunction, type IOPair, type JsonValue, type Language } from '../../../src/index.js';

/** A pair of a function with the parameter `n`. */
export function pairOf(n: JsonValue, output: JsonValue): IOPair {
  return { input: { n }, output };
}

/** A function `main` with pairs. */
export function recorded(
  code: string,
  pairs: readonly IOPair[],
  { language = 'javascript', parameters = ['n'] }: RecordedForm = {},
): FunctionPairs {
  const fn = defineFunction({
    ...{ language, code, entrypoint: 'main', query: 'What is it?', ioDescription: '' },
    ...(parameters !== null && { parameters }),
  });
  return { function: fn, pairs };
}

interface RecordedForm {
  readonly language?: Language | undefined;
  /** Null: called with the input object. */
  readonly parameters?: readonly string[] | null | undefined;
}
