import { describe, expectTypeOf, it } from 'vitest';
import {
  type Conversation,
  type ExtractedAnswer,
  extractAnswer,
  type JsonValue,
  type Outcome,
  readJsonl,
  type Sandbox,
  type Task,
  toCodeIO,
  type Verdict,
  verify,
} from '../../src/index.js';

declare const task: Task;
declare const sandbox: Sandbox;
declare const outcome: Outcome;
declare const verdict: Verdict;

// Nothing here runs: `npm run types` is the test.
describe('types', () => {
  it('rows are what the caller says they are', () => {
    expectTypeOf(readJsonl<{ a: number }>('file')).toEqualTypeOf<
      AsyncGenerator<{ a: number }, void, undefined>
    >();
    expectTypeOf(readJsonl('file')).toEqualTypeOf<AsyncGenerator<unknown, void, undefined>>();
  });

  it('unions are told apart by their status', () => {
    if (outcome.status === 'returned') expectTypeOf(outcome.value).toEqualTypeOf<JsonValue>();
    // @ts-expect-error Only a returned outcome has a value.
    else outcome.value;
    if (verdict.status === 'runtime-error')
      expectTypeOf(verdict.error.line).toEqualTypeOf<number | undefined>();
    // @ts-expect-error An unverifiable verdict says nothing about a prediction.
    if (verdict.status === 'unverifiable') verdict.predicted;
  });

  it('a verdict wants a sandbox, and takes any text', () => {
    expectTypeOf(verify(task, { text: '' }, { sandbox })).resolves.toEqualTypeOf<Verdict>();
    // @ts-expect-error The sandbox is missing.
    void verify(task, { text: '' }, {});
    // @ts-expect-error A prediction has text.
    void verify(task, {}, { sandbox });
  });

  it('data is readonly', () => {
    // @ts-expect-error Conversations are not changed.
    (null as unknown as Conversation).outcome = 'correct';
    expectTypeOf(toCodeIO).returns.toHaveProperty('turn_2').toEqualTypeOf<string | null>();
    // @ts-expect-error The key is one of two.
    expectTypeOf(extractAnswer('', 'answer')).toEqualTypeOf<ExtractedAnswer>();
  });
});
