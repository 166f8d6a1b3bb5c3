import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { CodeFunction, Language } from '../core/code-function.js';
import { FunctionFolderError } from '../errors/function-folder-error.js';
import { defineFunction } from './define-function.js';

/** What `function.json` holds: everything about a function that is not code. */
const descriptionSchema = z.strictObject({
  entrypoint: z.string().min(1),
  parameters: z.array(z.string().min(1)).optional(),
  category: z.string().optional(),
  query: z.string().min(1),
  ioDescription: z.union([z.string(), z.array(z.string())]),
  inputSchema: z.record(z.string(), z.unknown()).optional(),
  source: z.object({ origin: z.string(), license: z.string().optional() }).optional(),
});

/** By the ending of the files. */
const languages: Readonly<Record<string, Language>> = {
  '.ts': 'typescript',
  '.js': 'javascript',
  '.py': 'python',
};

/**
 * Reads a function from a folder of three files: `solution.ts`, `solution.js` or `solution.py` (the
 * code, just as a model gets to see it), `generate-input` with the same ending (optional; exports
 * `generateInput()`, in Python defines `generate_input()`), and `function.json` (entry point,
 * parameters, problem statement, description, JSON Schema). A Python function without `parameters` is
 * called with named values.
 *
 * @throws FunctionFolderError naming the folder and what is wrong with it.
 */
export async function readFunction(folder: string): Promise<CodeFunction> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new FunctionFolderError(folder, 'cannot be read', { cause });
  });
  const description = await readDescription(folder);
  const solution = await readSolution(folder, names);
  if (solution === undefined) {
    throw new FunctionFolderError(folder, 'holds no solution.ts, solution.js or solution.py');
  }
  const generatorName = `generate-input${solution.extension}`;
  const inputGenerator = names.includes(generatorName)
    ? await readFile(join(folder, generatorName), 'utf8')
    : undefined;
  const { ioDescription } = description;
  try {
    return defineFunction({
      ...description,
      ioDescription: Array.isArray(ioDescription) ? ioDescription.join('\n') : ioDescription,
      language: solution.language,
      code: solution.code,
      inputGenerator,
    });
  } catch (cause) {
    throw new FunctionFolderError(folder, (cause as Error).message, { cause });
  }
}

/**
 * Reads every function folder in a directory, in the order of their names.
 *
 * @throws FunctionFolderError when it comes to a folder that does not hold a function.
 */
export async function* readFunctions(directory: string): AsyncGenerator<CodeFunction> {
  const entries = await readdir(directory, { withFileTypes: true }).catch((cause: unknown) => {
    throw new FunctionFolderError(directory, 'cannot be read', { cause });
  });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  for (const name of folders.sort()) yield readFunction(join(directory, name));
}

async function readDescription(folder: string): Promise<z.infer<typeof descriptionSchema>> {
  try {
    const text = await readFile(join(folder, 'function.json'), 'utf8');
    return descriptionSchema.parse(JSON.parse(text));
  } catch (cause) {
    const problem = cause instanceof z.ZodError ? z.prettifyError(cause) : (cause as Error).message;
    throw new FunctionFolderError(folder, `function.json: ${problem}`, { cause });
  }
}

async function readSolution(
  folder: string,
  names: readonly string[],
): Promise<{ code: string; language: Language; extension: string } | undefined> {
  for (const [extension, language] of Object.entries(languages)) {
    const name = `solution${extension}`;
    if (!names.includes(name)) continue;
    return { code: await readFile(join(folder, name), 'utf8'), language, extension };
  }
  return undefined;
}
