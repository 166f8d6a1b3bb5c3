import { z } from 'zod';
import type { FunctionPairs } from '../core/function-pairs.js';
import type { JsonObject, JsonValue } from '../core/json-value.js';
import { type ReadDataFileOptions, readDataFile } from '../data-files/read-data-file.js';
import { requireShape } from '../data-files/require-shape.js';
import { parsePythonArguments } from '../values/python-literals/parse-python-arguments.js';
import { parsePythonLiteral } from '../values/python-literals/parse-python-literal.js';
import { pythonToJson } from '../values/python-literals/python-to-json.js';
import type { PythonValue } from '../values/python-literals/python-value.js';
import { type BoundArguments, bindPythonArguments } from './bind-python-arguments.js';
import { defineFunction } from './define-function.js';
import { readPythonSignature } from './read-python-signature.js';

const dataset = 'facebookresearch/cruxeval';
const entrypoint = 'f';

const rowSchema = z.object({
  code: z.string().min(1),
  input: z.string(),
  output: z.string().min(1),
  id: z.string().optional(),
});

/**
 * Reads the functions of CRUXEval (`facebookresearch/cruxeval`, MIT), each with its one pair,
 * without holding more than one row. The arguments get the names of the parameters of `f`. A name
 * that ends in `.gz` is unpacked on the way.
 *
 * A row is left out when JSON would change its input: a tuple, a set, bytes, a complex number, a key
 * that is no text. In the output tuples become lists and keys become text, as in what a sandbox
 * returns; a row whose output holds anything else that JSON cannot carry is left out, too.
 *
 * @throws DataFileError naming file, line, field and what is wrong, where no `onProblem` takes it,
 * and in any case when the file itself cannot be read.
 */
export function readCruxEval(
  file: string,
  options: ReadDataFileOptions = {},
): AsyncGenerator<FunctionPairs, void, undefined> {
  return readDataFile(file, readRow, options);
}

function readRow(row: unknown): FunctionPairs {
  const { code, input: call, output: result, id } = requireShape(rowSchema, row);
  const { values, parameters } = within('input', () => readInput(code, call));
  const input: JsonObject = Object.fromEntries(
    [...values].map(([name, value]) => [name, carry(value, `input.${name}`, true)]),
  );
  const output = carry(
    within('output', () => parsePythonLiteral(result)),
    'output',
    false,
  );
  const fn = defineFunction({
    language: 'python',
    code,
    entrypoint,
    ...(parameters && { parameters }),
    query: askFor([...values.keys()]),
    ioDescription: describe(values),
    source: { origin: id === undefined ? dataset : `${dataset}: ${id}`, license: 'MIT' },
  });
  return { function: fn, pairs: [{ input, output }] };
}

function readInput(code: string, call: string): BoundArguments {
  const signature = readPythonSignature(code, entrypoint);
  if (signature === undefined) throw new TypeError(`the code does not define ${entrypoint}`);
  return bindPythonArguments(parsePythonArguments(call), signature);
}

function within<T>(field: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new TypeError(`${field}: ${(cause as Error).message}`, { cause });
  }
}

function carry(value: PythonValue, field: string, exact: boolean): JsonValue {
  const carried = pythonToJson(value, { exact });
  if (carried.status === 'carried') return carried.value;
  const change = exact ? ' unchanged' : '';
  throw new TypeError(
    `${field}${carried.path}: ${carried.reason}, which JSON cannot carry${change}`,
  );
}

function askFor(names: readonly string[]): string {
  const shown = names.map((name) => `\`${name}\``);
  const last = shown.pop();
  if (last === undefined) return `What does \`${entrypoint}\` return?`;
  const all = shown.length > 0 ? `${shown.join(', ')} and ${last}` : last;
  return `What does \`${entrypoint}\` return for ${all}?`;
}

function describe(values: BoundArguments['values']): string {
  const lines = [...values].map(([name, { type }]) => {
    return `  \`${name}\` (${type === 'none' ? 'None' : type})`;
  });
  return ['Input:', ...lines, 'Output:', `  what \`${entrypoint}\` returns, as JSON`].join('\n');
}
