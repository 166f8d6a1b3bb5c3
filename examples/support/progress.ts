import { SingleBar } from 'cli-progress';

/** Shows how far long work has come: a bar on a terminal, a line now and then elsewhere. */
export interface Progress {
  /** Counts one finished item. */
  tick(counts: string): void;
  stop(): void;
}

/** Starts showing progress over `total` items. */
export function startProgress(label: string, total: number): Progress {
  const startedAt = performance.now();
  const rate = (done: number): string =>
    formatRate((1000 * done) / Math.max(1, performance.now() - startedAt));
  let done = 0;
  if (!process.stdout.isTTY) {
    const everyItems = Math.max(1, Math.ceil(total / 5));
    return {
      tick(counts) {
        done++;
        if (done % everyItems === 0 || done === total) {
          console.log(`${label}: ${done}/${total} (${rate(done)})  ${counts}`);
        }
      },
      stop() {},
    };
  }
  const bar = new SingleBar({
    format: `${label} {bar} {value}/{total} ({rate})  {counts}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
    hideCursor: true,
    stream: process.stdout,
  });
  bar.start(total, 0, { rate: '', counts: '' });
  return {
    tick(counts) {
      done++;
      bar.update(done, { rate: rate(done), counts });
    },
    stop() {
      bar.stop();
    },
  };
}

function formatRate(perSecond: number): string {
  return `${perSecond.toFixed(perSecond < 10 ? 1 : 0)}/s`;
}
