import type { Items } from '../../values/items.js';

/**
 * Reads items one by one until a signal is aborted, also while the source does not answer.
 *
 * @throws The reason of the signal.
 */
export async function* readUntilAborted<Item>(
  items: Items<Item>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Item, void, undefined> {
  if (signal === undefined) {
    yield* items;
    return;
  }
  signal.throwIfAborted();
  const iterator: Iterator<Item> | AsyncIterator<Item> =
    Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  let refuse: (reason: unknown) => void = () => {};
  const onAbort = (): void => refuse(signal.reason);
  const readNext = (): Promise<IteratorResult<Item>> =>
    // A promise for every step: a race against one that lasts would gather a listener a step.
    new Promise((resolve, reject) => {
      refuse = reject;
      Promise.resolve(iterator.next()).then(resolve, reject);
    });
  signal.addEventListener('abort', onAbort, { once: true });
  let isReading = false;
  try {
    while (true) {
      isReading = true;
      const next = await readNext();
      isReading = false;
      if (next.done === true) break;
      yield next.value;
      signal.throwIfAborted();
    }
    isReading = true;
  } finally {
    signal.removeEventListener('abort', onAbort);
    // A source that does not answer must not hold up the end; one that failed is over.
    if (signal.aborted) Promise.resolve(iterator.return?.()).catch(() => {});
    else if (!isReading) await iterator.return?.();
  }
}
