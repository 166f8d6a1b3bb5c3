import { type ReadDataFileOptions, readDataFile } from '../data-files/read-data-file.js';
import { type FromCodeIOOptions, fromCodeIO } from './from-codeio.js';
import type { RecoveredConversation } from './recovery/recovered-conversation.js';

/**
 * Reads a file of rows in the five-field format, such as the published `pyedur_full.jsonl`, as
 * {@link fromCodeIO} does, without holding more than one row. A name that ends in `.gz` is unpacked
 * on the way.
 *
 * @throws DataFileError naming file, line and field, where no `onProblem` takes it, and in any case
 * when the file itself cannot be read.
 */
export function readCodeIO(
  file: string,
  options: FromCodeIOOptions & ReadDataFileOptions = {},
): AsyncGenerator<RecoveredConversation, void, undefined> {
  return readDataFile(
    file,
    (row) => {
      const [read] = fromCodeIO([row], options);
      if (read?.status === 'recovered') return read.conversation;
      throw new TypeError(read?.problem);
    },
    options,
  );
}
