import { CodeIOError } from './codeio-error.js';

/** Thrown by a replaying response cache that does not hold the reply to a prompt. */
export class CacheMissError extends CodeIOError {
  override readonly name = 'CacheMissError';
  readonly code = 'cache-miss';
  /** The folder that was searched. */
  readonly directory: string;
  /** The key that was looked for. */
  readonly key: string;
  /** The last message of the prompt. */
  readonly prompt: string;

  constructor(details: { directory: string; key: string; modelId: string; prompt: string }) {
    const start = details.prompt.replace(/\s+/g, ' ').slice(0, 160);
    super(
      `no recorded response of ${details.modelId} in ${details.directory} (key ${details.key.slice(0, 16)}) for the prompt "${start}…"`,
    );
    this.directory = details.directory;
    this.key = details.key;
    this.prompt = details.prompt;
  }
}
