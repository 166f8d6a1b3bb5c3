import { describe, expectTypeOf, it } from 'vitest';
import { type BenchmarkMatch, decontaminate } from '../../src/curation/decontaminate.js';
import type { Difficulty } from '../../src/curation/estimate-difficulty.js';
import { functionOf } from '../../src/curation/function-of.js';
import { splitByFunction } from '../../src/curation/split-by-function.js';
import { type CodeFunction, type Conversation, readFunctions, type Task } from '../../src/index.js';

interface Row {
  readonly cluster: string;
}

declare const conversations: AsyncIterable<Conversation>;
declare const tasks: readonly Task[];
declare const rows: readonly Row[];
declare const difficulty: Difficulty;

// Nothing here runs: `npm run types` is the test.
describe('types', () => {
  it('a function, a task and a conversation are about a function', () => {
    expectTypeOf(functionOf).toBeCallableWith(null as unknown as CodeFunction);
    expectTypeOf(functionOf).toBeCallableWith(null as unknown as Task);
    expectTypeOf(functionOf).toBeCallableWith(null as unknown as Conversation);
    // @ts-expect-error A row is not.
    functionOf(rows[0] as Row);
  });

  it('a split keeps the type of its items, and wants a key for items without a function', () => {
    expectTypeOf(splitByFunction(tasks)).toEqualTypeOf<
      AsyncGenerator<
        { readonly item: Task; readonly split: 'train' | 'validation' | 'test' },
        void,
        undefined
      >
    >();
    splitByFunction(conversations, { test: 0.1 });
    splitByFunction(tasks, { keyOf: ({ id }) => id });
    splitByFunction(rows, { test: 0.1, keyOf: ({ cluster }) => cluster });
    // @ts-expect-error The key is missing.
    splitByFunction(rows);
    // @ts-expect-error The key is missing.
    splitByFunction(rows, { test: 0.1 });
    // @ts-expect-error A key may not be undefined for items without a function.
    splitByFunction(rows, { keyOf: undefined });
    // @ts-expect-error A key is a string.
    splitByFunction(tasks, { keyOf: () => 1 });
  });

  it('decontamination keeps the type of its items, and wants texts for others than its own', () => {
    expectTypeOf(decontaminate(readFunctions(''), [''])).toEqualTypeOf<
      AsyncGenerator<
        { readonly item: CodeFunction; readonly matches: readonly BenchmarkMatch[] },
        void,
        undefined
      >
    >();
    decontaminate(['text'], [{ id: '', text: '' }, 'text']);
    decontaminate(rows, [''], { textsOf: ({ cluster }) => ({ cluster }) });
    // @ts-expect-error The texts of a row are missing.
    decontaminate(rows, ['']);
    // @ts-expect-error The texts of a row are missing.
    decontaminate(rows, [''], { words: 8 });
    // @ts-expect-error A benchmark text has an id.
    decontaminate(tasks, [{ text: '' }]);
  });

  it('a rate may be unknown, and the samples are told apart by their status', () => {
    expectTypeOf(difficulty.rate).toEqualTypeOf<number | undefined>();
    for (const attempt of difficulty.attempts) {
      if (attempt.status === 'failed') expectTypeOf(attempt.error.reason).toBeString();
      // @ts-expect-error Only a sample that was answered has a verdict.
      else attempt.error;
    }
  });
});
