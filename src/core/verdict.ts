import type { MissingAnswerReason } from './answer.js';
import type { JsonObject, JsonValue } from './json-value.js';

/** What guest code threw. */
export interface GuestError {
  /** The error's name, such as `TypeError`. */
  readonly name: string;
  /** The error's message. */
  readonly message: string;
  /** The line of the program, counted from 1, where it was thrown. */
  readonly line?: number | undefined;
  /** The module that the sandbox lacks, when that is what ended the call: nothing is known about the code. */
  readonly missingModule?: string | undefined;
}

/** Why a prediction could not be checked. */
export type UnverifiableReason =
  /** The wall-clock backstop fired or the worker was lost, repeatedly. */
  | 'sandbox-lost'
  /** The code imports a module that the sandbox lacks. */
  | 'missing-module'
  /** The recorded output is not what the code returns for the recorded input. */
  | 'truth-not-reproducible';

/**
 * The judgement of one prediction. Three families that are never mixed: right (`correct`), the
 * model's mistake (everything else but `unverifiable`), and not verifiable (`unverifiable`), which
 * is never feedback and never a wrong mark.
 */
export type Verdict =
  | { readonly status: 'correct'; readonly predicted: JsonValue }
  | {
      readonly status: 'mismatch';
      readonly predicted: JsonValue;
      /** Input predictions: what the code returned for the predicted input. */
      readonly computed?: JsonValue | undefined;
    }
  | { readonly status: 'no-answer'; readonly reason: MissingAnswerReason }
  | {
      readonly status: 'invalid-input';
      readonly predicted: JsonValue;
      /** What is wrong with the predicted input, one sentence a problem. */
      readonly problems: readonly string[];
    }
  | {
      readonly status: 'runtime-error';
      readonly predicted: JsonObject;
      readonly error: GuestError;
    }
  | { readonly status: 'step-limit'; readonly predicted: JsonObject }
  | { readonly status: 'out-of-memory'; readonly predicted: JsonObject }
  | {
      readonly status: 'unverifiable';
      readonly reason: UnverifiableReason;
      /** What happened, for people. */
      readonly detail: string;
    };

/** The judgement that judges nothing. */
export type UnverifiableVerdict = Extract<Verdict, { readonly status: 'unverifiable' }>;

/** The name of a judgement. */
export type VerdictStatus = Verdict['status'];
