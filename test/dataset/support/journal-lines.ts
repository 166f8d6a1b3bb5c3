import { readFile } from 'node:fs/promises';

/** A line of a journal as it stands in the file. */
export interface JournalLine {
  readonly key: string;
  readonly step: string;
  readonly data: { readonly turn?: number };
}

/** Reads the complete lines of a journal that may have been cut off anywhere; none when there is no file. */
export async function readJournalLines(file: string): Promise<readonly JournalLine[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as JournalLine);
}
