import type { Task } from '../core/task.js';
import { createRecentMap } from '../sandbox/recent-map.js';
import { stringifyJson } from '../values/stringify-json.js';
import { schemaProblem } from '../verification/schema-validator.js';
import { readRewardSpec } from './reward-spec.js';

type Schema = NonNullable<Task['function']['inputSchema']>;

const keptSpecs = 1000;
const keptSchemas = 500;
/** Longer texts are read again every time, which bounds the memory of what is kept. */
const longestKept = 65_536;

/**
 * Makes a reader of reward specs that remembers recent ones: a trainer sends every spec as often as
 * it draws samples. Equal schemas become the same object, because a validator is compiled once for
 * each.
 *
 * @returns A function that throws what `readRewardSpec` throws, and a TypeError for a schema that is
 * no JSON Schema.
 */
export function createSpecReader(): (text: string) => Task {
  const tasks = createRecentMap<string, Task>(keptSpecs);
  const schemas = createRecentMap<string, Schema>(keptSchemas);

  const withKnownSchema = (task: Task): Task => {
    const { inputSchema } = task.function;
    // Only predicted inputs are validated.
    if (inputSchema === undefined || task.direction === 'output') return task;
    const text = stringifyJson(inputSchema);
    const known = schemas.get(text);
    if (known === undefined) {
      const problem = schemaProblem(inputSchema);
      if (problem !== undefined) throw new TypeError(`function.inputSchema: ${problem}`);
      if (text.length <= longestKept) schemas.set(text, inputSchema);
      return task;
    }
    return { ...task, function: { ...task.function, inputSchema: known } };
  };
  return (text) => {
    const known = tasks.get(text);
    if (known !== undefined) return known;
    const task = withKnownSchema(readRewardSpec(text));
    if (text.length <= longestKept) tasks.set(text, task);
    return task;
  };
}
