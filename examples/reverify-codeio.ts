/**
 * Verifies rows of the five-field format again. They hold no function and no truth, but their prompts
 * show the code and the given side: that is enough to run it. Without a file it makes a few rows about
 * Python functions, some of them with wrong marks. Prints what is not as the rows say, and writes
 * those that are.
 *
 *     npx tsx examples/reverify-codeio.ts
 *     npx tsx examples/reverify-codeio.ts path/to/pyedur_full.jsonl    # hkust-nlp/CodeIO-PyEdu-Reasoning
 */
import {
  type CodeIORow,
  createTasks,
  type Direction,
  defineFunction,
  type JsonObject,
  type JsonValue,
  revise,
  type Sandbox,
  type Task,
  toCodeIO,
  writeJsonl,
} from 'codeio';
import { readCodeIO, reverifyCodeIO } from 'codeio/formats';
import { createPythonSandbox } from 'codeio/python';
import { createSimulatedModel } from 'codeio/testing';

const directory = 'output/reverify-codeio';

const fares = defineFunction({
  language: 'python',
  code: 'FARES = {"bus": 2.5, "tram": 3, "ferry": 10}\n\ndef main_solution(rides, day_pass):\n    return min(sum(FARES[ride] for ride in rides), day_pass)',
  entrypoint: 'main_solution',
  query: 'What do the `rides` of a day cost, when no day costs more than `day_pass`?',
  ioDescription: 'Input: `rides` (list of str), `day_pass` (int). Output: int or float.',
});

function taskOf(direction: Direction, input: JsonObject, output: JsonValue): Task {
  return createTasks(fares, [{ input, output }], { directions: [direction] })[0] as Task;
}

/** The row of a conversation in which these replies are given, with the marks that they deserve. */
async function rowOf(task: Task, sandbox: Sandbox, ...replies: string[]): Promise<CodeIORow> {
  const model = createSimulatedModel({ respond: () => replies.shift() ?? '' });
  return toCodeIO(await revise(task, { model, sandbox, maxTurns: replies.length }));
}

async function writeOwnFile(sandbox: Sandbox): Promise<string> {
  const cost = taskOf('output', { rides: ['bus', 'tram'], day_pass: 8 }, 5.5);
  const rides = taskOf('input', { rides: ['ferry'], day_pass: 9 }, 9);
  // What goes wrong with marks: right that is not, wrong that is right, twice; and with prompts.
  const right = await rowOf(cost, sandbox, '{"output": 5.5}');
  const wrong = await rowOf(cost, sandbox, '{"output": 8}');
  const anyInput = '{"input": {"rides": ["tram", "tram", "tram"], "day_pass": 20}}';
  const revised = await rowOf(
    rides,
    sandbox,
    '{"input": {"rides": ["cab"], "day_pass": 9}}',
    anyInput,
  );
  const rows: CodeIORow[] = [
    right,
    revised,
    { ...wrong, feedback_1: right.feedback_1 },
    { ...right, feedback_1: wrong.feedback_1 },
    { ...revised, turn_1: anyInput },
    { ...right, prompt: right.prompt.replace('"tram"]', '"taxi"]') },
    { ...right, prompt: right.prompt.replace('python', 'cobol') },
  ];
  await writeJsonl(`${directory}/rows.jsonl`, rows);
  return `${directory}/rows.jsonl`;
}

await using sandbox = createPythonSandbox();
const file = process.argv[2] ?? (await writeOwnFile(sandbox));
const conversations = readCodeIO(file, { onProblem: ({ message }) => console.log(message) });
const reverification = reverifyCodeIO(conversations, { sandbox });

async function* agreeing(): AsyncGenerator<CodeIORow> {
  for await (const found of reverification) {
    if (found.status === 'unreadable') {
      console.log(`row ${found.number}: ${found.problem}`);
      continue;
    }
    for (const [index, { claimed, verdict, agreement }] of found.turns.entries()) {
      if (agreement === 'agreeing' || agreement === 'unclaimed') continue;
      const error = verdict.status === 'runtime-error' ? ` (${verdict.error.name})` : '';
      const change = `marked ${claimed}, found ${verdict.status}${error}`;
      console.log(`row ${found.number}, turn ${index + 1}: ${change}`);
    }
    const { conversation } = found.row;
    const isWhole = conversation.outcome !== 'unverifiable';
    if (found.status === 'agreeing' && isWhole) yield toCodeIO(conversation);
  }
}

const kept = await writeJsonl(`${directory}/agreeing.jsonl`, agreeing());
const { rows, turns, verdictChanges } = reverification.report();
console.log(`\n${rows.total} rows: ${rows.agreeing} agreeing, ${rows.disagreeing} disagreeing`);
console.log(`  ${rows.unverifiable} unverifiable, ${rows.unreadable} that cannot be recovered`);
console.log(`  ${turns.agreeing} of ${turns.total} turns are as they are marked`);
for (const { claimed, found, count } of verdictChanges) {
  console.log(`  marked ${claimed}, found ${found}: ${count}`);
}
console.log(`${kept} rows in ${directory}/agreeing.jsonl`);
