import type { LanguageModel } from 'ai';
import { describe, expectTypeOf, it } from 'vitest';
import {
  type CodeFunction,
  collectPairs,
  type Deduplication,
  deduplicate,
  type IOPair,
  type Sandbox,
  type Task,
  type Transformation,
  type TransformProblem,
  transformCode,
} from '../../src/index.js';

declare const model: LanguageModel;
declare const sandbox: Sandbox;
declare const fn: CodeFunction;
declare const tasks: readonly Task[];
declare const transformation: Transformation;

// Nothing here runs: `npm run types` is the test.
describe('types', () => {
  it('only an accepted transformation has a function, only a rejected one has problems', () => {
    if (transformation.status === 'accepted') {
      expectTypeOf(transformation.function).toEqualTypeOf<CodeFunction>();
      expectTypeOf(transformation.pairs).toEqualTypeOf<readonly IOPair[]>();
      // @ts-expect-error There is nothing wrong with it.
      transformation.problems;
    } else {
      expectTypeOf(transformation.problems).toEqualTypeOf<readonly TransformProblem[]>();
      // @ts-expect-error Nothing came of it.
      transformation.function;
    }
  });

  it('a transformation takes text or a file, and languages that can be run', () => {
    expectTypeOf(
      transformCode('x = 1', { model, sandbox }),
    ).resolves.toEqualTypeOf<Transformation>();
    void transformCode({ text: 'x = 1', name: 'x.py' }, { model, sandbox, language: 'typescript' });
    void transformCode('x = 1', { model, sandbox, language: 'python', packages: ['numpy'] });
    // @ts-expect-error No sandbox runs it.
    void transformCode('x = 1', { model, sandbox, language: 'ruby' });
    // @ts-expect-error The sandbox is missing.
    void transformCode('x = 1', { model });
  });

  it('limits and flags are spelled right', () => {
    void collectPairs(fn, { sandbox, limits: { maxDepth: 3 }, dropTrivial: ['echo'] });
    // @ts-expect-error There is no such limit.
    void collectPairs(fn, { sandbox, limits: { depth: 3 } });
    // @ts-expect-error There is no such flag.
    void collectPairs(fn, { sandbox, dropTrivial: ['boring'] });
  });

  it('deduplication keeps the type of its items, and wants to know the code of others', () => {
    expectTypeOf(deduplicate(tasks)).toEqualTypeOf<Deduplication<Task>>();
    deduplicate([{ text: 'x' }], {
      codeOf: ({ text }) => ({ id: text, language: 'javascript', code: text }),
    });
    // @ts-expect-error The code is missing.
    deduplicate([{ text: 'x' }]);
  });
});
