/** Shows progress until it is closed. */
export interface ProgressView {
  /** Something has happened. Cheap: what is shown is read later, if at all. */
  touch(): void;
  /** Writes a line that stays. */
  say(line: string): void;
  /** Ends it. */
  close(): void;
}
