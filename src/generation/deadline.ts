/** A time limit on a call, and the user's signal, in one. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Whether the time was up before the call ended. */
  readonly isOver: boolean;
  end(): void;
}

/** What a timer holds: more than three weeks, which no call takes. */
const longestTimeoutMs = 2 ** 31 - 1;

/** The calls that each signal abandons: adding a listener costs more the more there are. */
const followers = new WeakMap<AbortSignal, Set<AbortController>>();

/**
 * Starts a time limit. `AbortSignal.any` and `AbortSignal.timeout` do the same through weak
 * references, at a cost that shows in a million calls.
 */
export function startDeadline(timeoutMs: number, signal: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  let isOver = false;
  const giveUp = (): void => {
    isOver = true;
    controller.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
  };
  const timer = setTimeout(giveUp, Math.min(timeoutMs, longestTimeoutMs));
  const unfollow = signal === undefined ? undefined : follow(signal, controller);
  return {
    signal: controller.signal,
    get isOver() {
      return isOver;
    },
    end() {
      clearTimeout(timer);
      unfollow?.();
    },
  };
}

function follow(signal: AbortSignal, controller: AbortController): () => void {
  if (signal.aborted) controller.abort(signal.reason);
  const group = followers.get(signal) ?? startGroup(signal);
  group.add(controller);
  return () => group.delete(controller);
}

function startGroup(signal: AbortSignal): Set<AbortController> {
  const group = new Set<AbortController>();
  followers.set(signal, group);
  const onAbort = (): void => {
    for (const controller of group) controller.abort(signal.reason);
  };
  signal.addEventListener('abort', onAbort, { once: true });
  return group;
}
