import type { JsonValue, Outcome } from '../../../src/python/index.js';

/** What an attack may come to; a value, a message or a name that is left out may be any. */
export type Accepted =
  | { readonly status: 'returned'; readonly value?: JsonValue }
  | { readonly status: 'threw'; readonly name?: string; readonly message?: string }
  | { readonly status: 'unserializable'; readonly reason?: string }
  | { readonly status: 'step-limit' | 'out-of-memory' | 'output-too-large' | 'lost' };

/** A Python program that means harm, and what may come of it. */
export interface Attack {
  /** What it does, as a phrase that follows "a program that". */
  readonly name: string;
  /** Defines `attack(canary)`, which is told where it could do visible harm. */
  readonly code: string;
  readonly accepts: readonly Accepted[];
  /** It ends in a built-in that never looks whether it should end: only a watchdog helps. */
  readonly isUninterruptible?: true;
}

/** Where an attack could do harm that is seen; the secret itself is not told. */
export interface Canary {
  readonly folder: string;
  readonly secretFile: string;
  readonly markerFile: string;
  readonly variable: string;
  readonly port: number;
}

export const returns = (value?: JsonValue): Accepted => ({
  status: 'returned',
  ...(value !== undefined && { value }),
});

export const throws = (name?: string, message?: string): Accepted => ({
  status: 'threw',
  ...(name !== undefined && { name }),
  ...(message !== undefined && { message }),
});

/** The call was ended because the sandbox does not have what was asked for. */
export const refuses = (name?: string): Accepted =>
  throws('PermissionError', name === undefined ? undefined : `the sandbox has no ${name}`);

export const stepLimit: Accepted = { status: 'step-limit' };
export const outOfMemory: Accepted = { status: 'out-of-memory' };
export const outputTooLarge: Accepted = { status: 'output-too-large' };
export const unserializable: Accepted = { status: 'unserializable' };
/** The interpreter broke, or a watchdog had to end it. */
export const lost: Accepted = { status: 'lost' };

/** The part of an outcome that an expectation speaks about, to be compared with it. */
export function comparable(outcome: Outcome, accepted: Accepted): object {
  const all = outcome.status === 'threw' ? { status: 'threw', ...outcome.error } : { ...outcome };
  return Object.fromEntries(Object.entries(all).filter(([field]) => field in accepted));
}
