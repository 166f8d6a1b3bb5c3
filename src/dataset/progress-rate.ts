/** How far a run was at a moment. */
interface ProgressMoment {
  readonly nowMs: number;
  /** Tasks that this session has finished or given up. */
  readonly done: number;
  /** Tasks that earlier sessions had finished or given up; they cost no time to speak of. */
  readonly stored: number;
}

/** Watches how fast a run gets on. */
export interface ProgressRate {
  /** Takes note of a moment; returns the tasks per second of late, undefined while there are none. */
  record(this: void, moment: ProgressMoment): number | undefined;
}

/** How far the rate looks back at least: this long, and this many tasks. */
const windowMs = 60_000;
const windowTasks = 20;
const spacingMs = 1000;

/** Starts to watch. The time in which a run only skips what is stored does not count. */
export function createProgressRate(): ProgressRate {
  let moments: ProgressMoment[] = [];
  return {
    record(moment) {
      const latest = moments.at(-1);
      const isSkipping = moment.done === 0 && latest?.stored !== moment.stored;
      if (latest === undefined || isSkipping) moments = [moment];
      else if (moment.done > latest.done && moment.nowMs - latest.nowMs >= spacingMs) {
        moments.push(moment);
      }
      while (isFarEnough(moments[1], moment)) moments.shift();
      const [first = moment] = moments;
      const [tasks, elapsedMs] = [moment.done - first.done, moment.nowMs - first.nowMs];
      return tasks > 0 && elapsedMs >= spacingMs ? (tasks / elapsedMs) * 1000 : undefined;
    },
  };
}

function isFarEnough(first: ProgressMoment | undefined, { nowMs, done }: ProgressMoment): boolean {
  return first !== undefined && nowMs - first.nowMs >= windowMs && done - first.done >= windowTasks;
}
