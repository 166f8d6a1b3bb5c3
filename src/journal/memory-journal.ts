import type { Journal } from './journal.js';
import { createKeyTable } from './key-table.js';

/** Makes a journal that keeps nothing but which keys were claimed: for runs without a file. */
export function createMemoryJournal(): Journal {
  const table = createKeyTable();
  return {
    file: '(no journal)',
    bufferedBytes: 0,
    async append() {},
    last: () => undefined,
    claim: (key) => table.claim(key),
    async read() {
      return [];
    },
    async flush() {},
    async [Symbol.asyncDispose]() {},
  };
}
