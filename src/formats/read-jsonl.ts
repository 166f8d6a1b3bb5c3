import { readDataFile } from '../data-files/read-data-file.js';

/**
 * Reads a file of JSON lines row by row, without holding more than one. Numbers are kept exact;
 * empty lines are passed over. A file whose name ends in `.gz` is unpacked on the way.
 *
 * @typeParam T - What the rows are; it is not checked.
 * @throws DataFileError naming file and line when a line is not JSON or the file cannot be read.
 */
export function readJsonl<T = unknown>(file: string): AsyncGenerator<T, void, undefined> {
  return readDataFile(file, (row) => row as T);
}
