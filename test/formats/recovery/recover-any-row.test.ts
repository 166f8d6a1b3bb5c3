import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { taskSchema } from '../../../src/core/task-schema.js';
import {
  type RecoverTaskOptions,
  recoverTask,
  type TaskRecovery,
} from '../../../src/formats/recovery/recover-task.js';
import {
  buildPrompt,
  createSandbox,
  type Direction,
  type JsonValue,
  type Outcome,
  type Sandbox,
  SandboxClosedError,
  stringifyJson,
  toCodeIO,
} from '../../../src/index.js';
import { createPythonSandbox } from '../../../src/python/index.js';
import { createStubSandbox } from '../../../src/testing/index.js';
import { taxTask } from '../../support/fixtures.js';
import { conversationOf } from '../support/conversations.js';
import {
  type PublishedRow,
  publishedRow,
  readRow,
  rightInput,
  rightOutput,
  wrongOutput,
} from '../support/published-rows.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = createPythonSandbox({ workers: 1, maxSteps: 300 });
  // The first start of all sets the interpreter up, which takes longer than a test may.
  await sandbox.run({ language: 'python', code: '', entrypoint: 'none' }, {});
});
afterAll(() => sandbox[Symbol.asyncDispose]());

function recover(
  row: PublishedRow,
  options: Partial<RecoverTaskOptions> = {},
): Promise<TaskRecovery> {
  return recoverTask(readRow(publishedRow(row)), { sandbox, ...options });
}

describe('recoverTask', () => {
  const row: PublishedRow = {
    direction: 'output',
    given: "{'n': 3}",
    code: 'def first(n):\n    return n\n\ndef second(n):\n    return n * n',
    turns: [['{"output": 9}', rightOutput]],
  };

  it('takes an entry point, and makes one task of equal rows', async () => {
    const recovery = await recover(row, { entrypoint: 'second' });
    expect(recovery).toMatchObject({
      task: { function: { entrypoint: 'second' }, pair: { output: 9 } },
    });
    const other = await recover({ ...row, turns: [['', wrongOutput]] }, { entrypoint: 'second' });
    expect(other).toEqual(recovery);
  });

  it.each(['input', 'output'] as const)('gives our own rows their task back (%s)', async (side) => {
    await using javaScript = createSandbox({ workers: 1 });
    const made = taxTask(side);
    const reply = `{"${side}": ${stringifyJson(made.pair[side])}}`;
    const conversation = conversationOf([{ status: 'correct', text: reply }], { direction: side });
    const told = conversation.turns.map((turn) => {
      return { ...turn, feedback: side === 'input' ? rightInput : rightOutput };
    });
    const prompt = buildPrompt(made);
    const { inputGenerator, inputSchema, ...fields } = made.function;
    expect([inputGenerator, inputSchema]).not.toContain(undefined);
    expect(
      await recoverTask(readRow(toCodeIO({ ...conversation, turns: told, prompt })), {
        sandbox: javaScript,
      }),
    ).toEqual({
      status: 'recovered',
      truth: side === 'input' ? 'claimed' : 'computed',
      task: { ...made, function: fields },
    });
  });

  it('says what a conversation lacks, and throws nothing', async () => {
    const { task, ...rest } = readRow(publishedRow(row));
    const problemOf = async (parts: object): Promise<string> => {
      const conversation = { ...rest, task: { ...task, parts: { ...task.parts, ...parts } } };
      const recovery = await recoverTask(conversation, { sandbox });
      return recovery.status === 'unrecoverable' ? recovery.problem : '';
    };
    expect(await problemOf({ code: undefined })).toBe('the prompt shows no code');
    expect(await problemOf({ given: undefined })).toMatch(/tells what is given/);
    expect(await problemOf({ language: 'cobol' })).toBe('the prompt shows code in cobol');
    expect(await problemOf({ language: undefined })).toMatch(/language that it does not name/);
    expect(await problemOf({ language: 'javascript' })).toBe('the sandbox does not run javascript');
    expect(await problemOf({ entrypoint: 'no name' })).toMatch(/refused .*entrypoint/);
  });

  it('throws nothing, whatever is in a row and whatever the code does', async () => {
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc.constantFrom("{'n': nan}", '{"output": [1]}', '{"input": {"n": 1}}', 'Given the output '),
      fc.constantFrom('def main_solution(n', 'def main_solution(n, *, m=lambda: 1):\n    return n'),
    );
    const outcomes = fc.oneof(
      fc.jsonValue().map((value): Outcome => {
        return { status: 'returned', value: value as JsonValue, steps: 0, logs: [] };
      }),
      fc.constantFrom<Outcome>({ status: 'lost' }, { status: 'step-limit' }),
    );
    const parts = fc.record(
      { code: text, given: text, query: text, entrypoint: text },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<Direction>('input', 'output'),
        fc.constantFrom('python', 'javascript', 'typescript'),
        parts,
        text,
        text,
        outcomes,
        async (direction, language, others, reply, feedback, outcome) => {
          const conversation = readRow(publishedRow({ ...row, turns: [[reply, rightOutput]] }));
          const recovery = await recoverTask(
            {
              ...conversation,
              turns: conversation.turns.map((turn) => ({ ...turn, feedback })),
              task: { id: 'x', direction, parts: { ...others, language } },
            },
            {
              sandbox: {
                ...createStubSandbox(() => outcome),
                languages: ['python', 'javascript', 'typescript'],
              },
            },
          );
          if (recovery.status === 'unrecoverable') expect(recovery.problem).not.toBe('');
          else expect(taskSchema.parse(recovery.task)).toBeTruthy();
        },
      ),
      { numRuns: 500 },
    );
  });

  it('refuses misuse, and ends with what ends all', async () => {
    const conversation = readRow(publishedRow(row));
    await expect(recoverTask(conversation, {} as RecoverTaskOptions)).rejects.toThrow(/sandbox/);
    await expect(recoverTask(conversation, { sandbox, entrypoint: '' })).rejects.toThrow(
      /entrypoint/,
    );
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(recoverTask(conversation, { sandbox, signal })).rejects.toThrow('enough');
    const closed = {
      ...createStubSandbox(() => ({ status: 'lost' })),
      languages: ['python'] as const,
    };
    const run = async () => {
      throw new SandboxClosedError();
    };
    await expect(recoverTask(conversation, { sandbox: { ...closed, run } })).rejects.toThrow(
      SandboxClosedError,
    );
    const lost = await recoverTask(conversation, { sandbox: closed });
    expect(lost).toMatchObject({ status: 'unrecoverable', problem: expect.stringMatching(/lost/) });
  });
});
