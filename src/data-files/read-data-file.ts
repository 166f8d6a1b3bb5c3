import { DataFileError } from '../errors/data-file-error.js';
import { parseJson } from '../values/parse-json.js';
import { type FileLine, readLines } from './read-lines.js';

/** What happens to lines that cannot be read. */
export interface ReadDataFileOptions {
  /**
   * Gets what is wrong with a line, or with a part of one, which is then passed over.
   * @defaultValue the error is thrown
   */
  readonly onProblem?: ((error: DataFileError) => void) | undefined;
}

/**
 * Reads a file of JSON lines row by row, numbers exact; empty lines are passed over.
 *
 * @param readRow - Reads a row, or throws an error that says what is wrong with it. Reports what is
 * wrong with a part that it leaves out.
 * @throws DataFileError naming file, line and field, where no `onProblem` takes it, and in any case
 * when the file itself cannot be read.
 */
export async function* readDataFile<T>(
  file: string,
  readRow: (row: unknown, report: (problem: string) => void) => T,
  { onProblem }: ReadDataFileOptions = {},
): AsyncGenerator<T, void, undefined> {
  let line = 0;
  const passOver = (problem: string, cause?: unknown): void => {
    const options = cause === undefined ? undefined : { cause };
    const error = new DataFileError(file, line, problem, options);
    if (onProblem === undefined) throw error;
    onProblem(error);
  };
  for await (const content of readLines(file)) {
    line++;
    if ('text' in content && content.text.trim() === '') continue;
    const problems: string[] = [];
    const read = attempt(() => {
      return readRow(parseJson(requireText(content)), (problem) => problems.push(problem));
    });
    for (const problem of problems) passOver(problem);
    if ('value' in read) yield read.value;
    else passOver((read.cause as Error).message, read.cause);
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
