/**
 * Verifies finished datasets again, without a model: one of our own in which a few things have gone
 * wrong, and one of somebody else in another format. Prints what was found, and writes what is
 * left.
 *
 *     npx tsx examples/reverify.ts
 */
import {
  type CodeFunction,
  type Conversation,
  createSandbox,
  createTasks,
  type Direction,
  type Disagreement,
  defineFunction,
  type JsonObject,
  type JsonValue,
  type ReverifyReport,
  readJsonl,
  reverify,
  revise,
  type Task,
  writeJsonl,
} from 'codeio';
import { createSimulatedModel } from 'codeio/testing';

const directory = 'output/reverify';
const digits: CodeFunction = defineFunction({
  language: 'javascript',
  code: 'function digits(n) { return [...String(n)].map(Number).sort(); }',
  entrypoint: 'digits',
  parameters: ['n'],
  query: 'What are the digits of `n` in order?',
  ioDescription: 'Input: `n` (integer). Output: a list of digits.',
});

function taskOf(direction: Direction, input: JsonObject, output: JsonValue): Task {
  const [task] = createTasks(digits, [{ input, output }], { directions: [direction] });
  return task as Task;
}

await using sandbox = createSandbox();

/** Holds a conversation in which these replies are given. */
async function converse(task: Task, ...replies: string[]): Promise<Conversation> {
  const model = createSimulatedModel({ respond: () => replies.shift() ?? 'I give up.' });
  return revise(task, { model, sandbox, maxTurns: replies.length });
}

const pi = taskOf('output', { n: 3141 }, [1, 1, 3, 4]);
const right = await converse(pi, '{"output": [1, 1, 3, 4]}');
const revised = await converse(pi, '{"output": [3, 1, 4, 1]}', '{"output": [1, 1, 3, 4]}');
const anyOrder = await converse(
  taskOf('input', { n: 3141 }, [1, 1, 3, 4]),
  '{"input": {"n": 1134}}',
);

// What goes wrong with files: a mark, a truth (which the model believed), an edit, half a row.
const [turn] = right.turns;
const wrongMark = {
  ...right,
  turns: [{ ...turn, prediction: { ...turn?.prediction, text: '{"output": [4, 3, 1, 1]}' } }],
};
const wrongTruth = await converse(taskOf('output', { n: 27 }, [7, 2]), '{"output": [7, 2]}');
const edited = { ...right, task: { ...pi, pair: { input: { n: 1413 }, output: [1, 1, 3, 4] } } };
const { task: _, ...half } = right;
const rows = [right, revised, anyOrder, wrongMark, wrongTruth, edited, half];
await writeJsonl(`${directory}/conversations.jsonl`, rows);

const reverification = reverify(readJsonl<Conversation>(`${directory}/conversations.jsonl`), {
  sandbox,
});

/** The rows that are as they say. */
async function* clean(): AsyncGenerator<Conversation> {
  for await (const found of reverification) {
    if (found.status === 'agreeing') yield found.row;
    else if (found.status === 'unreadable') console.log(`row ${found.number}: ${found.problem}`);
    else console.log(`row ${found.number}: ${found.disagreements.map(describe).join('; ')}`);
  }
}

function describe(disagreement: Disagreement): string {
  switch (disagreement.kind) {
    case 'truth':
      return disagreement.detail;
    case 'verdict':
      return `turn ${disagreement.turn} is ${disagreement.found}, not ${disagreement.claimed}`;
    case 'outcome':
      return `the outcome is ${disagreement.found}, not ${disagreement.claimed}`;
    case 'task-id':
      return 'the task is not the one that its id was made of';
  }
}

function show(title: string, { rows, turns, directions, verdictChanges }: ReverifyReport): void {
  console.log(`\n${title}: ${rows.total} rows`);
  console.log(`  agreeing ${rows.agreeing}, disagreeing ${rows.disagreeing}`);
  console.log(`  unverifiable ${rows.unverifiable}, unreadable ${rows.unreadable}`);
  console.log(
    `  ${turns.total} turns: ${directions.output.total} outputs, ${directions.input.total} inputs`,
  );
  for (const { claimed, found, count } of verdictChanges) {
    console.log(`  claimed ${claimed}, found ${found}: ${count}`);
  }
}

const kept = await writeJsonl(`${directory}/clean.jsonl`, clean());
show('Our own dataset', reverification.report());
console.log(`  ${kept} rows in ${directory}/clean.jsonl`);

/** A dataset as somebody else might lay it out: it says of each answer whether it is right. */
interface ForeignRow {
  readonly x: number;
  readonly sorted: readonly number[];
  readonly answer: string;
  readonly correct: boolean;
}

const foreign: ForeignRow[] = [
  { x: 907, sorted: [0, 7, 9], answer: 'I get {"output": [0, 7, 9]}', correct: true },
  { x: 55, sorted: [5, 5], answer: 'I get {"output": [5]}', correct: false },
  { x: 68, sorted: [6, 8], answer: 'I get {"output": [8, 6]}', correct: true },
];
const report = await reverify(foreign, {
  sandbox,
  read: ({ x, sorted, answer, correct }) => ({
    task: taskOf('output', { n: x }, sorted),
    turns: [{ text: answer, claimed: correct }],
  }),
}).finish();
show("Somebody else's dataset", report);
