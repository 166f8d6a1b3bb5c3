/**
 * A function of your own, from its code to a verified conversation.
 *
 *     npx tsx examples/your-own-function.ts
 *
 * To add functions as files instead, make a folder like those in examples/functions and read it
 * with `readFunction`.
 */
import { collectPairs, createSandbox, createTasks, defineFunction, revise } from 'codeio';
import { createSimulatedModel } from 'codeio/testing';

const parkingFee = defineFunction({
  language: 'typescript',
  code: `export function parkingFee(minutes: number, isResident: boolean): number {
  const begunHours = Math.ceil(Math.max(0, minutes - 15) / 60);
  const fee = begunHours * 250;
  return Math.min(isResident ? fee / 2 : fee, 1800);
}`,
  entrypoint: 'parkingFee',
  parameters: ['minutes', 'isResident'],
  query:
    'A car park is free for a quarter of an hour, then takes 2.50 for every hour begun, half for residents, and never more than 18.00. What does somebody pay, in cents, who stays for `minutes`, given whether they live there (`isResident`)?',
  ioDescription: `Input:
  \`minutes\` (integer): how long the car stays.
  \`isResident\` (boolean): whether the driver lives in the district.
Output: the fee in cents (integer).`,
  inputGenerator: `export function generateInput() {
  return { minutes: Math.floor(Math.random() * 720), isResident: Math.random() < 0.3 };
}`,
  inputSchema: {
    type: 'object',
    properties: { minutes: { type: 'integer', minimum: 0 }, isResident: { type: 'boolean' } },
    required: ['minutes', 'isResident'],
    additionalProperties: false,
  },
});

await using sandbox = createSandbox();
const { pairs, rejected } = await collectPairs(parkingFee, { sandbox, count: 5, seed: 42 });
console.log(`${pairs.length} pairs, ${rejected.length} rejected`);
for (const { input, output } of pairs) console.log(`  ${JSON.stringify(input)} → ${output}`);

// Stands in for a model here; any model of the AI SDK goes in its place.
const model = createSimulatedModel({
  respond: (messages) =>
    messages.length === 1
      ? 'Perhaps half a day: {"input": {"minutes": "720", "isResident": false}}'
      : 'Five hours begun after the free quarter: {"input": {"minutes": 300, "isResident": false}}',
});
const [task] = createTasks(parkingFee, pairs, { directions: ['input'] });
if (task === undefined) throw new Error('no pair was collected');
const { turns, outcome } = await revise(task, { model, sandbox });
console.log(`\nWanted output: ${task.pair.output}`);
for (const { prediction, feedback } of turns) {
  console.log(`model:    ${prediction.text}\nfeedback: ${feedback}`);
}
console.log(`outcome:  ${outcome}`);
