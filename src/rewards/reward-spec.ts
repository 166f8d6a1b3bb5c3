import type { JsonValue } from '../core/json-value.js';
import type { Task } from '../core/task.js';
import { taskSchema } from '../core/task-schema.js';
import { isJsonObject } from '../values/is-json-object.js';
import { parseJson } from '../values/parse-json.js';
import { stringifyJson } from '../values/stringify-json.js';

/** Tells a reward spec from other JSON, and this layout from later ones. */
const layout = 'codeio-reward/1';

/**
 * Writes a task as one line of JSON that holds all it takes to prompt for it and to verify answers
 * to it: program, call, schema, direction, the recorded pair, ids. Reinforcement trainers carry it as
 * the ground truth of a row, which they hand to the reward as a string. Numbers are exact; equal
 * tasks give equal texts.
 *
 * The input generator, the category and the source of the function are left out, and so are the
 * step counts of the pair: no verdict depends on them.
 *
 * @throws TypeError for a value that JSON cannot carry, naming its path.
 */
export function toRewardSpec(task: Task): string {
  const { id, direction, function: fn, pair, includeCode } = task;
  const { language, code, entrypoint, parameters, query, ioDescription, inputSchema } = fn;
  return stringifyJson({
    spec: layout,
    id,
    direction,
    function: {
      ...{ id: fn.id, language, code, entrypoint, parameters },
      ...{ query, ioDescription, inputSchema },
    },
    pair: { input: pair.input, output: pair.output },
    includeCode,
  });
}

/**
 * Reads what {@link toRewardSpec} wrote. Numbers of the pair are exact, those of the schema are
 * JavaScript's, as its validator wants them.
 *
 * @throws TypeError saying what is wrong with the text, and in which field.
 */
export function readRewardSpec(text: string): Task {
  if (typeof text !== 'string') throw specError('it is not a string');
  const value = readJson(text);
  if (!isJsonObject(value)) throw specError('it is not a JSON object');
  if (value.spec !== layout) {
    throw specError(`its field spec is not ${JSON.stringify(layout)}`);
  }
  const checked = taskSchema.safeParse(value);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    throw specError(`its field ${issue?.path.join('.')} is not valid: ${issue?.message}`);
  }
  // The value itself is used, not the schema's copy of it: its numbers are to stay as they are.
  const { id, direction, function: fn, pair, includeCode } = value as unknown as Task;
  return {
    id,
    direction,
    function: withPlainSchema(fn),
    pair: { input: pair.input, output: pair.output },
    includeCode,
  };
}

function readJson(text: string): JsonValue {
  try {
    return parseJson(text);
  } catch (cause) {
    throw specError(`it is not JSON: ${(cause as Error).message}`, { cause });
  }
}

function withPlainSchema(fn: Task['function']): Task['function'] {
  const { id, language, code, entrypoint, parameters, query, ioDescription, inputSchema } = fn;
  const call = { id, language, code, entrypoint, ...(parameters && { parameters }) };
  const statement = { query, ioDescription };
  if (inputSchema === undefined) return { ...call, ...statement };
  return { ...call, ...statement, inputSchema: toPlain(inputSchema) };
}

function toPlain(schema: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(stringifyJson(schema)) as Readonly<Record<string, unknown>>;
  } catch (cause) {
    throw specError('its field function.inputSchema holds a number that is none', { cause });
  }
}

function specError(problem: string, options?: ErrorOptions): TypeError {
  return new TypeError(`this is no reward spec: ${problem}`, options);
}
