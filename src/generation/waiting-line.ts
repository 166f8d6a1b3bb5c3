import type { LimiterSlot } from './limiter.js';

/** Those who wait for a slot: the urgent ones first, each kind in the order in which they came. */
export interface WaitingLine<Item> {
  readonly size: number;
  /** What the first one waits with; undefined when nobody waits. */
  readonly first: Item | undefined;
  /** Gives the first one its slot. */
  admitFirst(slot: LimiterSlot): void;
  /**
   * Joins the line; resolves with the slot.
   *
   * @throws the signal's reason when it is aborted.
   */
  join(
    item: Item,
    isUrgent: boolean,
    signal: AbortSignal | undefined,
    onLeave: () => void,
  ): Promise<LimiterSlot>;
}

interface Waiter<Item> {
  readonly item: Item;
  readonly admit: (slot: LimiterSlot) => void;
  isGone: boolean;
}

/** Everybody who waits with the same signal; they share one listener, however many they are. */
interface SignalGroup<Item> {
  readonly leave: Map<Waiter<Item>, (reason: unknown) => void>;
  readonly listener: () => void;
}

interface Queue<Item> {
  waiters: Waiter<Item>[];
  head: number;
}

/** Makes an empty line. Joining, leaving and admitting take the same time however long it is. */
export function createWaitingLine<Item>(): WaitingLine<Item> {
  const urgent: Queue<Item> = { waiters: [], head: 0 };
  const usual: Queue<Item> = { waiters: [], head: 0 };
  let size = 0;
  const groups = new Map<AbortSignal, SignalGroup<Item>>();

  const firstOf = (queue: Queue<Item>): Waiter<Item> | undefined => {
    while (queue.waiters[queue.head]?.isGone) queue.head++;
    // What has been passed by is dropped now and then, not each time.
    if (queue.head > 1000 && queue.head > queue.waiters.length / 2) {
      queue.waiters = queue.waiters.slice(queue.head);
      queue.head = 0;
    }
    return queue.waiters[queue.head];
  };
  const leaveGroup = (signal: AbortSignal | undefined, waiter: Waiter<Item>): void => {
    const group = signal && groups.get(signal);
    if (group === undefined) return;
    group.leave.delete(waiter);
    if (group.leave.size > 0) return;
    signal?.removeEventListener('abort', group.listener);
    groups.delete(signal as AbortSignal);
  };
  const groupOf = (signal: AbortSignal): SignalGroup<Item> => {
    const known = groups.get(signal);
    if (known !== undefined) return known;
    const leave = new Map<Waiter<Item>, (reason: unknown) => void>();
    const listener = (): void => {
      groups.delete(signal);
      for (const go of leave.values()) go(signal.reason);
    };
    signal.addEventListener('abort', listener, { once: true });
    const group = { leave, listener };
    groups.set(signal, group);
    return group;
  };
  return {
    get size() {
      return size;
    },
    get first() {
      return (firstOf(urgent) ?? firstOf(usual))?.item;
    },
    admitFirst(slot) {
      const queue = firstOf(urgent) === undefined ? usual : urgent;
      const waiter = firstOf(queue);
      queue.head++;
      size--;
      waiter?.admit(slot);
    },
    join(item, isUrgent, signal, onLeave) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(signal.reason);
          return;
        }
        const waiter: Waiter<Item> = {
          item,
          isGone: false,
          admit(slot) {
            leaveGroup(signal, waiter);
            resolve(slot);
          },
        };
        (isUrgent ? urgent : usual).waiters.push(waiter);
        size++;
        if (signal !== undefined) {
          groupOf(signal).leave.set(waiter, (reason) => {
            waiter.isGone = true;
            size--;
            onLeave();
            reject(reason);
          });
        }
      });
    },
  };
}
