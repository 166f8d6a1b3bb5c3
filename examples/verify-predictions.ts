/**
 * Verifies predictions that you already have, from whatever source: a file of rows with the code,
 * the pair and the text of a reply. No model is needed.
 *
 *     npx tsx examples/verify-predictions.ts
 */
import {
  createSandbox,
  createTasks,
  type Direction,
  defineFunction,
  formatFeedback,
  type JsonObject,
  type JsonValue,
  readJsonl,
  verify,
  writeJsonl,
} from 'codeio';

interface Row {
  readonly code: string;
  readonly entrypoint: string;
  readonly direction: Direction;
  readonly input: JsonObject;
  readonly output: JsonValue;
  readonly reply: string;
}

const code = 'function digits({ n }) { return [...String(n)].map(Number).sort(); }';
const base = { code, entrypoint: 'digits', input: { n: 3141 }, output: [1, 1, 3, 4] };
const rows: Row[] = [
  { ...base, direction: 'output', reply: 'Sorted: {"output": [1, 1, 3, 4]}' },
  { ...base, direction: 'output', reply: 'Sorted: {"output": [4, 3, 1, 1]}' },
  { ...base, direction: 'output', reply: "In Python's spelling: {'output': (1, 1, 3, 4)}" },
  { ...base, direction: 'output', reply: 'One, one, three, four.' },
  { ...base, direction: 'input', reply: 'Any order will do: {"input": {"n": 1134}}' },
  { ...base, direction: 'input', reply: 'Perhaps {"input": {"n": 113}}' },
  { ...base, direction: 'input', reply: 'Perhaps {"input": {"number": 1134}}' },
  { ...base, direction: 'input', output: [9], reply: 'It must be {"input": {"n": 9}}' },
];
await writeJsonl('output/verify-predictions/predictions.jsonl', rows);

await using sandbox = createSandbox();
for await (const row of readJsonl<Row>('output/verify-predictions/predictions.jsonl')) {
  const { code, entrypoint, direction, input, output, reply } = row;
  const fn = defineFunction({
    language: 'javascript',
    code,
    entrypoint,
    query: '?',
    ioDescription: '',
  });
  const [task] = createTasks(fn, [{ input, output }], { directions: [direction] });
  if (task === undefined) continue;
  const verdict = await verify(task, { text: reply }, { sandbox });
  console.log(`${verdict.status.padEnd(14)} ${reply}`);
  if (verdict.status !== 'unverifiable')
    console.log(`               ${formatFeedback(task, verdict)}`);
}
