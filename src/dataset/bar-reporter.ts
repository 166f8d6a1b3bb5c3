import type { SingleBar } from 'cli-progress';
import { type BarState, fitLine } from './fit-line.js';
import type { ProgressView } from './progress-view.js';
import type { QuietOutput, ReportStream } from './quiet-output.js';

/** What is drawn as a bar, and how often. */
export interface BarReporterOptions {
  readonly stream: ReportStream;
  readonly output: QuietOutput;
  readonly intervalMs: number;
  /** Tells where the run stands now. */
  readonly describe: () => BarState;
}

/** The cursor goes back to where it was when the bar began, over whatever others wrote since. */
const cursorMemory = new Set(['\x1B7', '\x1B8']);

/**
 * Shows progress as a bar in one line of a terminal. The library that draws it is loaded when it is
 * needed; should that fail, there is no bar. The bar changes nothing of the terminal or the process
 * that would have to be put back: a run that is killed leaves nothing behind.
 */
export function createBarReporter(options: BarReporterOptions): ProgressView {
  const { stream, output, intervalMs, describe } = options;
  let bar: SingleBar | undefined;
  let isClosed = false;

  const terminal = {
    isTTY: true,
    get columns() {
      return stream.columns;
    },
    write(text: string): boolean {
      if (!cursorMemory.has(text)) output.write(text);
      return true;
    },
  };
  const load = async (): Promise<void> => {
    const { default: progress } = await import('cli-progress');
    if (isClosed) return;
    bar = new progress.SingleBar({
      // It asks for no more of a stream.
      stream: terminal as NodeJS.WriteStream,
      fps: 1000 / intervalMs,
      clearOnComplete: true,
      gracefulExit: false,
      linewrap: true,
      synchronousUpdate: false,
      format(settings, { maxWidth }) {
        const draw = (fraction: number, barsize: number): string =>
          progress.Format.BarFormat(fraction, { ...settings, barsize });
        return fitLine(describe(), maxWidth - 1, draw);
      },
    });
    keepProcessFree(bar);
    bar.start(1, 0);
  };
  load().catch(() => {});
  return {
    touch() {},
    say(line) {
      bar?.stop();
      output.write(`${line}\n`);
      bar?.start(1, 0);
    },
    close() {
      isClosed = true;
      bar?.stop();
      bar = undefined;
    },
  };
}

/** A bar that is about to be drawn again is no reason for the process to go on. */
function keepProcessFree(bar: SingleBar & { readonly timer?: NodeJS.Timeout | null }): void {
  const render = bar.render.bind(bar);
  bar.render = () => {
    render();
    bar.timer?.unref();
  };
}
