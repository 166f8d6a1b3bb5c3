import type { Items } from '../values/items.js';

/** How many items are worked on, and in which order results come. */
export interface MapConcurrentlyOptions {
  /** Items that are worked on or wait for the consumer, at most. */
  readonly window: number;
  readonly order: 'finished' | 'source';
  /** Ends the reading of items; those that were begun are finished. */
  readonly stop: AbortSignal;
  /** Called when the consumer leaves before the end. */
  readonly onLeave: () => void;
}

type Settled<Result> = { readonly value: Result } | { readonly error: unknown };

/**
 * Works on many items at a time and yields the results. Reads no more items than fit into the
 * window: a slow consumer holds up the source and costs no memory.
 *
 * @throws the first error of `items` or `work`, after the results of everything that was begun.
 */
export async function* mapConcurrently<Item, Result>(
  items: Items<Item>,
  work: (item: Item) => Promise<Result>,
  { window, order, stop, onLeave }: MapConcurrentlyOptions,
): AsyncGenerator<Result, void, undefined> {
  const ready: (Settled<Result> | Promise<Settled<Result>>)[] = [];
  const errors: unknown[] = [];
  const change = createBell();
  let occupied = 0;
  let isRead = false;

  const begin = (item: Item): void => {
    occupied++;
    const settled = work(item).then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    if (order === 'source') ready.push(settled);
    settled.then((result) => {
      if (order === 'finished') ready.push(result);
      change.ring();
    });
  };
  const read = async (): Promise<void> => {
    try {
      for await (const item of items) {
        if (stop.aborted) return;
        begin(item);
        change.ring();
        while (occupied >= window && !stop.aborted && errors.length === 0) await change.rung();
        if (stop.aborted || errors.length > 0) return;
      }
    } catch (error) {
      errors.push(error);
    } finally {
      isRead = true;
      change.ring();
    }
  };

  stop.addEventListener('abort', change.ring, { once: true });
  read();
  let isLeft = true;
  try {
    // A source that does not answer holds up no stop.
    while (occupied > 0 || !(isRead || stop.aborted)) {
      const settled = ready.shift();
      if (settled === undefined) {
        await change.rung();
        continue;
      }
      const result = await settled;
      occupied--;
      change.ring();
      if ('value' in result) yield result.value;
      else errors.push(result.error);
    }
    isLeft = false;
  } finally {
    stop.removeEventListener('abort', change.ring);
    if (isLeft) onLeave();
    while (isLeft && occupied > 0) {
      if (ready.shift() === undefined) await change.rung();
      else occupied--;
    }
  }
  if (errors.length > 0) throw errors[0];
}

interface Bell {
  readonly ring: () => void;
  /** Resolves at the next ring. */
  readonly rung: () => Promise<void>;
}

function createBell(): Bell {
  let resolve = (): void => {};
  let promise: Promise<void> | undefined;
  return {
    ring() {
      promise = undefined;
      resolve();
    },
    rung() {
      promise ??= new Promise((ready) => {
        resolve = ready;
      });
      return promise;
    },
  };
}
