import type { Conversation } from '../../core/conversation.js';
import { type ReadDataFileOptions, readDataFile } from '../../data-files/read-data-file.js';
import { fromRecord } from './conversation-record.js';

/**
 * Reads a file of canonical rows, one JSON object a line, without holding more than one: those of
 * {@link toRecord} and {@link recordFormat}, and plain conversations as `writeJsonl` writes them.
 * A name that ends in `.gz` is unpacked on the way. Numbers stay as they were written.
 *
 * @throws DataFileError naming file, line and field, where no `onProblem` takes it, and in any case
 * when the file itself cannot be read.
 */
export function readRecords(
  file: string,
  options: ReadDataFileOptions = {},
): AsyncGenerator<Conversation, void, undefined> {
  return readDataFile(file, fromRecord, options);
}
