import { DataFileError } from '../errors/data-file-error.js';
import { parseJson } from '../values/parse-json.js';
import { type FileLine, readLines } from './read-lines.js';

/** What happens to lines that cannot be read. */
export interface ReadDataFileOptions {
  /**
   * Gets what is wrong with a line, which is then passed over.
   * @defaultValue the error is thrown
   */
  readonly onProblem?: ((error: DataFileError) => void) | undefined;
}

/**
 * Reads a file of JSON lines row by row, numbers exact; empty lines are passed over.
 *
 * @param readRow - Reads a row, or throws an error that says what is wrong with it.
 * @throws DataFileError naming file, line and field, where no `onProblem` takes it, and in any case
 * when the file itself cannot be read.
 */
export async function* readDataFile<T>(
  file: string,
  readRow: (row: unknown) => T,
  { onProblem }: ReadDataFileOptions = {},
): AsyncGenerator<T, void, undefined> {
  let line = 0;
  for await (const content of readLines(file)) {
    line++;
    if ('text' in content && content.text.trim() === '') continue;
    const read = attempt(() => readRow(parseJson(requireText(content))));
    if ('value' in read) {
      yield read.value;
      continue;
    }
    const { cause } = read;
    const error = new DataFileError(file, line, (cause as Error).message, { cause });
    if (onProblem === undefined) throw error;
    onProblem(error);
  }
}

function requireText(line: FileLine): string {
  if ('text' in line) return line.text;
  throw new TypeError(line.problem);
}

function attempt<T>(read: () => T): { readonly value: T } | { readonly cause: unknown } {
  try {
    return { value: read() };
  } catch (cause) {
    return { cause };
  }
}
