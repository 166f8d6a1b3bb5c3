import type { JsonValue } from './json-value.js';

/** The field that carries the answer in a model's reply. */
export type AnswerKey = 'input' | 'output';

/** Why no answer could be read from a reply. */
export type MissingAnswerReason =
  /** The reply holds nothing that looks like an answer. */
  | 'nothing-found'
  /** There are JSON objects, none with the required key. */
  | 'key-missing'
  /** The key is there, but its value cannot be read, not even after repair. */
  | 'unreadable'
  /** The reply ends in the middle of the answer. */
  | 'cut-off';

/** What was read from a model's free text. */
export type ExtractedAnswer =
  | { readonly status: 'found'; readonly value: JsonValue }
  | { readonly status: 'missing'; readonly reason: MissingAnswerReason };
