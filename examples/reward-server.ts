/**
 * Rewards for reinforcement learning: writes the bundled functions as rows for verl, starts a server
 * that scores replies to them by running code, and asks it as a trainer would.
 *
 *     npx tsx examples/reward-server.ts            # three replies, then it stops
 *     PORT=8377 npx tsx examples/reward-server.ts  # stays, for compute_score.py beside the rows
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import {
  collectPairs,
  createSandbox,
  createTasks,
  type JsonObject,
  readFunctions,
  writeJsonl,
} from 'codeio';
import { serveRewards, toVerl, type VerlRow, verlFormat } from 'codeio/formats';
import { bundledLimits } from './support/bundled-limits.js';

const { PORT } = process.env;
const directory = 'output/reward-server';

await using sandbox = createSandbox();
const rows: VerlRow[] = [];
for await (const fn of readFunctions(fileURLToPath(new URL('functions', import.meta.url)))) {
  if (rows.length >= 10) break;
  const { pairs } = await collectPairs(fn, { sandbox, count: 1, seed: 7, limits: bundledLimits });
  for (const task of createTasks(fn, pairs)) rows.push(toVerl(task));
}
await mkdir(directory, { recursive: true });
await writeJsonl(`${directory}/train.jsonl`, rows);
const companions = verlFormat().companions?.({ name: 'verl', files: {} }) ?? [];
for (const { name, text } of companions) await writeFile(`${directory}/${name}`, text);
console.log(`${rows.length} rows for verl in ${directory}/train.jsonl`);
console.log(`beside them: ${companions.map(({ name }) => name).join(', ')}`);

await using server = await serveRewards({ sandbox, port: Number(PORT ?? 0) });
console.log(`rewards are served at ${server.url}\n`);

// What a trainer sends: the ground truth of a row, and what the model replied to its prompt.
const row = rows.find(({ data_source }) => data_source === 'codeio/input') as VerlRow;
const { ground_truth } = row.reward_model;
const { input } = (JSON.parse(ground_truth) as { pair: { input: JsonObject } }).pair;
const replies = [
  `It works out with ${JSON.stringify({ input })}`,
  'It works out with {"input": {"x": 1}}',
  'I would have to run the code.',
];
const response = await fetch(`${server.url}/scores`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    items: replies.map((reply) => ({ ground_truth, response: reply, feedback: true })),
  }),
});
const { results } = (await response.json()) as {
  results: { score: number | null; status: string; feedback?: string }[];
};
for (const [index, { score, status, feedback }] of results.entries()) {
  console.log(`reply:    ${replies[index]?.slice(0, 90)}`);
  console.log(`score:    ${score}, ${status}`);
  console.log(`feedback: ${feedback}\n`);
}

if (PORT !== undefined) {
  console.log('Control-C stops the server.');
  await new Promise((resolve) => process.once('SIGINT', resolve));
}
