import { EventEmitter } from 'node:events';
import type { ReportStream } from '../../../src/dataset/quiet-output.js';

/** A stream that keeps what is written to it. */
export interface RecordingStream extends ReportStream {
  readonly written: string[];
  /** What is to be read, without the codes that move a terminal's cursor. */
  text(): string;
  emit(event: 'error', error: Error): unknown;
  listenerCount(event: 'error'): number;
}

/** Makes a stream that keeps what is written to it. */
export function createRecordingStream(
  settings: { isTTY?: boolean; columns?: number } = {},
): RecordingStream {
  const written: string[] = [];
  return Object.assign(new EventEmitter(), settings, {
    written,
    write(text: string, onWritten?: () => void): boolean {
      written.push(text);
      if (onWritten !== undefined) queueMicrotask(onWritten);
      return true;
    },
    text: () =>
      written
        .join('')
        .split('\u001B')
        .map((part) => part.replace(/^\[\d*[GK]/, ''))
        .join(''),
  });
}
