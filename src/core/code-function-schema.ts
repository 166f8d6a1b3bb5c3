import { z } from 'zod';
import { type CodeFunction, languageSchema } from './code-function.js';

/** Checks the fields of a function that comes from outside. */
export const codeFunctionSchema: z.ZodType<Omit<CodeFunction, 'id'> & { id?: string | undefined }> =
  z.object({
    id: z.string().min(1).optional(),
    language: languageSchema,
    code: z.string().min(1),
    entrypoint: z.string().min(1),
    parameters: z.array(z.string().min(1)).optional(),
    query: z.string().min(1),
    ioDescription: z.string(),
    inputGenerator: z.string().min(1).optional(),
    inputSchema: z.record(z.string(), z.unknown()).optional(),
    category: z.string().optional(),
    source: z.object({ origin: z.string(), license: z.string().optional() }).optional(),
  });
