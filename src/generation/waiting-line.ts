import type { LimiterSlot } from './limiter.js';

/** Those who wait for a slot, in the order in which they came. */
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
  join(item: Item, signal: AbortSignal | undefined, onLeave: () => void): Promise<LimiterSlot>;
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

/** Makes an empty line. Joining, leaving and admitting take the same time however long it is. */
export function createWaitingLine<Item>(): WaitingLine<Item> {
  let waiters: Waiter<Item>[] = [];
  let head = 0;
  let size = 0;
  const groups = new Map<AbortSignal, SignalGroup<Item>>();

  const skipGone = (): void => {
    while (waiters[head]?.isGone) head++;
    // What has been passed by is dropped now and then, not each time.
    if (head > 1000 && head > waiters.length / 2) {
      waiters = waiters.slice(head);
      head = 0;
    }
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
      skipGone();
      return waiters[head]?.item;
    },
    admitFirst(slot) {
      skipGone();
      const waiter = waiters[head++];
      size--;
      waiter?.admit(slot);
    },
    join(item, signal, onLeave) {
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
        waiters.push(waiter);
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
