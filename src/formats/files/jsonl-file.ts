import { open } from 'node:fs/promises';
import type { RowFile } from './row-file.js';

/** Lines are gathered up to so many characters, so that the system is not called for each of them. */
const bufferedCharacters = 1 << 20;

/** Begins a file of JSON lines. */
export async function openJsonlFile(path: string): Promise<RowFile> {
  const handle = await open(path, 'wx');
  let lines: string[] = [];
  let characters = 0;
  let bytes = 0;

  const flush = async (): Promise<void> => {
    const text = Buffer.from(lines.join(''));
    lines = [];
    characters = 0;
    bytes += text.length;
    await handle.writeFile(text);
  };
  return {
    add({ line }) {
      lines.push(line);
      characters += line.length;
      return characters >= bufferedCharacters ? flush() : undefined;
    },
    async finish() {
      await flush();
      await handle.sync();
      await handle.close();
      return bytes;
    },
    close: () => handle.close(),
  };
}
