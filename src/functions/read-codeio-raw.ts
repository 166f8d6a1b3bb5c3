import { z } from 'zod';
import type { FunctionPairs } from '../core/function-pairs.js';
import type { IOPair } from '../core/io-pair.js';
import type { JsonValue } from '../core/json-value.js';
import { type ReadDataFileOptions, readDataFile } from '../data-files/read-data-file.js';
import { requireShape } from '../data-files/require-shape.js';
import { defineFunction } from './define-function.js';
import { readPublishedPair } from './read-published-pair.js';
import { readPythonSignature } from './read-python-signature.js';

const dataset = 'hkust-nlp/CodeIO-PyEdu-Reasoning-Raw';

const rowSchema = z.object({
  problem_description: z.string().min(1),
  io_requirements: z.string(),
  refcode: z.string().min(1),
  funcname: z.string().min(1),
  ios: z.array(z.unknown()).nullish(),
  source: z.unknown(),
  category: z.unknown(),
});

/**
 * Reads the functions and pairs of a file such as `0_368500_filtered_v2_ds25.sced.jsonl` of
 * `hkust-nlp/CodeIO-PyEdu-Reasoning-Raw` (ODC-BY), without holding more than one row. Pairs may be
 * missing; input generators are not in the data. Numbers stay as they were written, `NaN` and huge
 * integers included. A name that ends in `.gz` is unpacked on the way.
 *
 * Inputs that are no objects are given names by the parameters of the function: a list is spread
 * over several of them, anything else is the value of the only one, as in the published checker. An
 * input that is the text of a dict of Python is read as that dict, tuples as lists, and the output
 * next to it likewise. A pair that cannot be read is left out, and the others are kept.
 *
 * @throws DataFileError naming file, line, field (such as `ios[3].input`) and what is wrong, where
 * no `onProblem` takes it, and in any case when the file itself cannot be read.
 */
export function readCodeIORaw(
  file: string,
  options: ReadDataFileOptions = {},
): AsyncGenerator<FunctionPairs, void, undefined> {
  return readDataFile(file, readRow, options);
}

function readRow(row: unknown, report: (problem: string) => void): FunctionPairs {
  const fields = requireShape(rowSchema, row);
  const { refcode: code, funcname: entrypoint, source, category } = fields;
  const fn = defineFunction({
    language: 'python',
    code,
    entrypoint,
    query: fields.problem_description,
    ioDescription: fields.io_requirements,
    ...(typeof category === 'string' && { category }),
    source: {
      origin: typeof source === 'string' ? `${dataset}: ${source}` : dataset,
      license: 'ODC-BY',
    },
  });
  const signature = readPythonSignature(code, entrypoint);
  const pairs: IOPair[] = [];
  for (const [index, entry] of (fields.ios ?? []).entries()) {
    const read = readPublishedPair(entry as JsonValue, signature);
    if (read.status === 'read') pairs.push(read.pair);
    else report(`ios[${index}]${read.path}: ${read.reason}`);
  }
  return { function: fn, pairs };
}
