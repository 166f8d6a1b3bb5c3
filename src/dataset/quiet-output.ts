/** Where progress can be written, such as `process.stderr`. */
export interface ReportStream {
  write(text: string, onWritten?: () => void): unknown;
  /** Whether it is a terminal. */
  readonly isTTY?: boolean | undefined;
  /** The width of the terminal in characters. */
  readonly columns?: number | undefined;
  on?(event: 'error', listener: () => void): unknown;
  off?(event: 'error', listener: () => void): unknown;
}

/** A stream on which nothing goes wrong. */
export interface QuietOutput {
  write(text: string): void;
  /** Lets go of the stream. */
  close(): void;
}

/** Writes to a stream until that fails: progress that nobody can read is no reason to end a run. */
export function createQuietOutput(stream: ReportStream): QuietOutput {
  let isBroken = false;
  const onError = (): void => {
    isBroken = true;
  };
  const write = (text: string, onWritten?: () => void): void => {
    if (isBroken) return;
    try {
      stream.write(text, onWritten);
    } catch {
      isBroken = true;
    }
  };
  // An error event that nobody listens to ends the process.
  stream.on?.('error', onError);
  return {
    write: (text) => write(text),
    close() {
      // The error of a write comes after the call that tells of it.
      write('', () => setImmediate(() => stream.off?.('error', onError)));
    },
  };
}
