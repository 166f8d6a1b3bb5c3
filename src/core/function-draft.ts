import type { JsonObject } from './json-value.js';

/** What a model makes of a raw source file, before any of it is believed. */
export interface FunctionDraft {
  /** The complete program that defines `entrypoint`. */
  readonly code: string;
  /** The name of the function that is called. */
  readonly entrypoint: string;
  /** Parameter names in order. */
  readonly parameters: readonly string[];
  /** A program with `generateInput()`. */
  readonly inputGenerator: string;
  /** What goes in and what comes out, in words. */
  readonly ioDescription: string;
  /** A JSON Schema of the input object. */
  readonly inputSchema: JsonObject;
  /** The problem statement. */
  readonly query: string;
}

/** What was read from a model's reply to a request for a draft. */
export type ReadDraft =
  | { readonly status: 'read'; readonly draft: FunctionDraft }
  /** The model says that the file holds nothing to make a function of. */
  | { readonly status: 'declined'; readonly reason: string }
  | {
      readonly status: 'unreadable';
      /** What is missing or wrong, one sentence each. */
      readonly problems: readonly string[];
    };
