import type { Task } from '../core/task.js';
import { createRecentMap } from '../sandbox/recent-map.js';
import { stringifyJson } from '../values/stringify-json.js';

type Schema = NonNullable<Task['function']['inputSchema']>;

/** Compiled schemas take some ten kilobytes each. */
const keptSchemas = 500;

/**
 * Makes a function that gives tasks with equal schemas the same schema object: a validator is
 * compiled once for each object, which takes longer than all else that is done for a row, and rows
 * of a file share no objects. The numbers of the schema are JavaScript's, not exact ones.
 */
export function createSchemaStore(): (task: Task) => Task {
  const schemas = createRecentMap<string, Schema>(keptSchemas);
  return (task) => {
    const { inputSchema } = task.function;
    // Only predicted inputs are validated.
    if (inputSchema === undefined || task.direction === 'output') return task;
    const text = stringifyJson(inputSchema);
    let schema = schemas.get(text);
    if (schema === undefined) {
      schema = toPlain(inputSchema, text);
      schemas.set(text, schema);
    }
    return { ...task, function: { ...task.function, inputSchema: schema } };
  };
}

function toPlain(schema: Schema, text: string): Schema {
  try {
    return JSON.parse(text) as Schema;
  } catch {
    // NaN and the infinities: the validator says what is wrong with it.
    return schema;
  }
}
