import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Conversation,
  createInProcessSandbox,
  reverify,
  revise,
  type Sandbox,
  stringifyJson,
  type Task,
} from '../../src/index.js';
import { createSimulatedModel, createStubSandbox } from '../../src/testing/index.js';
import { addTax, taxTask } from '../support/fixtures.js';
import {
  checkOne as checkRow,
  converse as holdConversation,
  listOf,
  rightInput,
  rightOutput,
  throwingInput,
  withOutput,
  wrongOutput,
} from './support/recorded-rows.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createInProcessSandbox({ maxSteps: 1000 });
});
afterAll(() => sandbox[Symbol.asyncDispose]());

const converse = (task: Task, ...replies: readonly string[]) =>
  holdConversation(sandbox, task, ...replies);
const checkOne = (row: unknown) => checkRow(sandbox, row);

/** Puts another verdict on a turn. */
function remark(conversation: Conversation, index: number, verdict: unknown): Conversation {
  const turns = conversation.turns.map((turn, i) => (i === index ? { ...turn, verdict } : turn));
  return { ...conversation, turns } as Conversation;
}

describe('an honest row', () => {
  it('agrees, whichever way its conversation went', async () => {
    const rows = [
      await converse(taxTask('output'), rightOutput),
      await converse(taxTask('output'), wrongOutput, rightOutput),
      await converse(taxTask('output'), 'I do not know.', wrongOutput),
      await converse(taxTask('input'), rightInput),
      await converse(taxTask('input'), throwingInput, '{"input": {"net": "100", "rate": 7}}'),
    ];
    const found = reverify(rows, { sandbox });
    for (const row of await listOf(found)) {
      expect(row).toMatchObject({ status: 'agreeing', truth: 'reproduced', disagreements: [] });
      expect(row.row).toBe(rows[row.number - 1]);
    }
    expect(found.report()).toMatchObject({
      status: 'complete',
      rows: { total: 5, agreeing: 5, disagreeing: 0, unverifiable: 0, unreadable: 0 },
      turns: { total: 8, agreeing: 8 },
      directions: { output: { total: 5 }, input: { total: 3 } },
      verdicts: {
        correct: 3,
        mismatch: 2,
        'no-answer': 1,
        'runtime-error': 1,
        'invalid-input': 1,
      },
      truths: { reproduced: 5 },
      disagreements: {},
    });
  });

  it('is read from its line as well, numbers exact', async () => {
    const task = withOutput(
      taxTask('output', { ...addTax, code: 'function addTax() { return 1e21; }' }),
      1e21,
    );
    const row = await converse(task, '{"output": 1000000000000000000000}');
    expect(row.outcome).toBe('correct');
    expect(await checkOne(stringifyJson(row))).toMatchObject({ status: 'agreeing' });
  });
});

describe('a row that disagrees', () => {
  it('is found by a wrong mark, and its outcome no longer follows', async () => {
    const row = remark(await converse(taxTask('output'), wrongOutput), 0, { status: 'correct' });
    expect(await checkOne({ ...row, outcome: 'correct' })).toMatchObject({
      status: 'disagreeing',
      truth: 'reproduced',
      turns: [{ claimed: 'correct', verdict: { status: 'mismatch' }, agreement: 'disagreeing' }],
      disagreements: [
        { kind: 'verdict', turn: 1, claimed: 'correct', found: 'mismatch' },
        { kind: 'outcome', claimed: 'correct', found: 'unsolved' },
      ],
    });
  });

  it('is found by the kind of mistake alone', async () => {
    const row = remark(await converse(taxTask('input'), throwingInput), 0, { status: 'mismatch' });
    expect(await checkOne(row)).toMatchObject({
      disagreements: [{ kind: 'verdict', turn: 1, claimed: 'mismatch', found: 'runtime-error' }],
    });
  });

  it('counts as right at once when its first turn was, whatever followed', async () => {
    const row = await converse(taxTask('output'), rightOutput);
    const [turn] = row.turns;
    const wrong = { ...turn, verdict: { status: 'mismatch' } };
    expect(await checkOne({ ...row, turns: [wrong, turn], outcome: 'revised' })).toMatchObject({
      disagreements: [
        { kind: 'verdict', turn: 1, claimed: 'mismatch', found: 'correct' },
        { kind: 'outcome', claimed: 'revised', found: 'correct' },
      ],
    });
  });

  it('is found by an outcome that does not follow from its own verdicts', async () => {
    const row = await converse(taxTask('output'), wrongOutput, rightOutput);
    expect((await checkOne({ ...row, outcome: 'correct' })) as unknown).toMatchObject({
      disagreements: [{ kind: 'outcome', claimed: 'correct', found: 'revised' }],
    });
  });

  it('is found by an id that is not that of its content', async () => {
    const row = await converse(taxTask('output'), rightOutput);
    const { id } = row.task;
    expect(await checkOne({ ...row, task: { ...row.task, id: 'mine' } })).toMatchObject({
      disagreements: [{ kind: 'task-id', claimed: 'mine', found: id }],
    });
  });

  it('no longer calls unverifiable what can be verified now', async () => {
    const lost = createStubSandbox(() => ({ status: 'lost' }));
    const model = createSimulatedModel({ respond: () => rightInput });
    const row = await revise(taxTask('input'), { model, sandbox: lost });
    expect(row.outcome).toBe('unverifiable');
    expect(await checkOne(row)).toMatchObject({
      disagreements: [
        { kind: 'verdict', claimed: 'unverifiable', found: 'correct' },
        { kind: 'outcome', claimed: 'unverifiable', found: 'correct' },
      ],
    });
  });
});

describe('a recorded output that the code does not return', () => {
  const wrongTruth = { gross: 700, rate: 7 };

  it('makes an output that was marked right unverifiable', async () => {
    const row = await converse(withOutput(taxTask('output'), wrongTruth), wrongOutput);
    expect(row.outcome).toBe('correct');
    expect(await checkOne(row)).toMatchObject({
      status: 'disagreeing',
      truth: 'not-reproducible',
      turns: [{ verdict: { reason: 'truth-not-reproducible' }, agreement: 'unverifiable' }],
      disagreements: [{ kind: 'truth', detail: expect.stringContaining('something else') }],
    });
  });

  it('leaves an input right that leads to it', async () => {
    const row = await converse(
      withOutput(taxTask('input'), wrongTruth),
      '{"input": {"net": 693, "rate": 7}}',
    );
    expect(await checkOne(row)).toMatchObject({
      turns: [{ verdict: { status: 'correct' }, agreement: 'agreeing' }],
      disagreements: [{ kind: 'truth' }],
    });
  });

  it('is no news from a row that calls itself unverifiable', async () => {
    const row = await converse(withOutput(taxTask('output'), wrongTruth), rightOutput);
    expect(row.outcome).toBe('unverifiable');
    expect(await checkOne(row)).toMatchObject({
      status: 'unverifiable',
      truth: 'not-reproducible',
    });
  });

  it('is not looked for when it is not to be checked', async () => {
    const row = await converse(withOutput(taxTask('output'), wrongTruth), wrongOutput);
    const [found] = await listOf(reverify([row], { sandbox, checkTruth: false }));
    expect(found).toMatchObject({ status: 'agreeing', truth: 'unchecked' });
  });
});

describe('a sandbox that lacks a module', () => {
  it('makes rows unverifiable and nothing a disagreement', async () => {
    const rows = [
      await converse(taxTask('input'), rightInput),
      await converse(taxTask('output'), wrongOutput),
    ];
    const error = { name: 'ModuleNotFoundError', message: '', missingModule: 'numpy' };
    const lacking = createStubSandbox(() => ({ status: 'threw', error, steps: 0 }));
    const found = reverify(rows, { sandbox: lacking });
    for (const row of await listOf(found)) {
      expect(row).toMatchObject({
        status: 'unverifiable',
        truth: 'missing-module',
        turns: [{ verdict: { reason: 'missing-module' } }],
        disagreements: [],
      });
    }
    expect(found.report()).toMatchObject({ truths: { 'missing-module': 2 } });
  });
});

describe('a sandbox that loses calls', () => {
  it('makes rows unverifiable and nothing a disagreement', async () => {
    const row = await converse(taxTask('input'), rightInput);
    const lost = createStubSandbox(() => ({ status: 'lost' }));
    const found = reverify([row], { sandbox: lost });
    expect(await listOf(found)).toMatchObject([
      { status: 'unverifiable', truth: 'sandbox-lost', disagreements: [] },
    ]);
    expect(found.report()).toMatchObject({
      rows: { unverifiable: 1 },
      turns: { unverifiable: 1, disagreeing: 0 },
    });
  });
});
