import { z } from 'zod';
import type { CodeFunction } from '../core/code-function.js';
import { type ReadDataFileOptions, readDataFile } from '../data-files/read-data-file.js';
import { requireShape } from '../data-files/require-shape.js';
import { adaptSeededGenerator } from './adapt-seeded-generator.js';
import { defineFunction } from './define-function.js';

const rowSchema = z.object({
  task_description: z.string().min(1),
  input_output_spec: z.string(),
  code_sample: z.string().min(1),
  input_generator: z.string().min(1),
});

/**
 * Reads the functions of the `codeio` data of `open-thought/reasoning-gym` (Apache-2.0), without
 * holding more than one row. Each has an input generator, which draws from the seed that
 * `collectPairs` gives it. The scores of the data are left out. A name that ends in `.gz` is
 * unpacked on the way.
 *
 * @throws DataFileError naming file, line, field and what is wrong, where no `onProblem` takes it,
 * and in any case when the file itself cannot be read.
 */
export function readReasoningGym(
  file: string,
  options: ReadDataFileOptions = {},
): AsyncGenerator<CodeFunction, void, undefined> {
  return readDataFile(file, readRow, options);
}

function readRow(row: unknown): CodeFunction {
  const fields = requireShape(rowSchema, row);
  const code = fields.code_sample;
  return defineFunction({
    language: 'python',
    code,
    entrypoint: 'main_solution',
    query: fields.task_description,
    ioDescription: fields.input_output_spec,
    inputGenerator: adaptSeededGenerator(code, fields.input_generator),
    source: { origin: 'open-thought/reasoning-gym: codeio', license: 'Apache-2.0' },
  });
}
