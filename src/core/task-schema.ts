import { z } from 'zod';
import { codeFunctionSchema } from './code-function-schema.js';

/** Checks the fields of a task that comes from outside. The values of the pair are not looked into. */
export const taskSchema: z.ZodType = z.object({
  id: z.string().min(1),
  direction: z.enum(['input', 'output']),
  function: codeFunctionSchema.refine(({ id }) => id !== undefined, {
    path: ['id'],
    message: 'it is missing',
  }),
  pair: z.object({
    input: z.record(z.string(), z.unknown()),
    output: z.custom((value) => value !== undefined, 'it is missing'),
  }),
  includeCode: z.boolean(),
});
