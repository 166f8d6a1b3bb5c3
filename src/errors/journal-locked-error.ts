import { JournalError } from './journal-error.js';

/** Thrown when another process, or another run of this one, writes the same journal. */
export class JournalLockedError extends JournalError {
  override readonly name = 'JournalLockedError';
  override readonly code = 'journal-locked';
  /** The process that holds the journal. */
  readonly pid: number;
  /** The machine it runs on. */
  readonly host: string;

  constructor(
    file: string,
    lockFile: string,
    holder: { pid: number; host: string; since: string },
  ) {
    const { pid, host, since } = holder;
    super(
      file,
      `is being written by process ${pid} on ${host} since ${since}. If that process is gone, delete ${lockFile}`,
    );
    this.pid = pid;
    this.host = host;
  }
}
