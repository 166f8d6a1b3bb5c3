import { describe, expect, it } from 'vitest';
import { createMemoryJournal } from '../../src/journal/memory-journal.js';

describe('a journal without a file', () => {
  it('gives each key away once, and keeps nothing else', async () => {
    await using journal = createMemoryJournal();
    expect([journal.claim('k'), journal.claim('k'), journal.claim('other')]).toEqual([
      true,
      false,
      true,
    ]);
    await journal.append({ key: 'k', step: 's', data: 1 });
    await journal.flush();
    expect(journal.last('k')).toBeUndefined();
    expect(await journal.read('k')).toEqual([]);
    expect(journal.bufferedBytes).toBe(0);
  });
});
