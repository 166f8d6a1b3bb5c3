import type { ConversationOutcome } from '../core/conversation.js';
import type { Task } from '../core/task.js';
import type { Verdict, VerdictStatus } from '../core/verdict.js';
import type { ClaimedVerdict } from './reverifiable-row.js';

/** How the claim about a turn compares with what was found. */
export type TurnAgreement =
  | 'agreeing'
  | 'disagreeing'
  /** It could not be verified, and the dataset does not say so: neither agrees nor disagrees. */
  | 'unverifiable'
  /** It was verified, and the dataset says nothing about it. */
  | 'unclaimed';

/** A turn that was verified again. */
export interface ReverifiedTurn {
  readonly claimed?: ClaimedVerdict | undefined;
  readonly verdict: Verdict;
  readonly agreement: TurnAgreement;
}

/** Whether the code returns the recorded output for the recorded input. */
export type TruthStatus =
  | 'reproduced'
  | 'not-reproducible'
  /** The sandbox lost the call, repeatedly. */
  | 'sandbox-lost'
  /** The code imports a module that the sandbox lacks. */
  | 'missing-module'
  /** It was not to be checked, or the sandbox does not run the language. */
  | 'unchecked';

/** Something that a row says and that is not so. */
export type Disagreement =
  | {
      readonly kind: 'verdict';
      /** The turn, from 1. */
      readonly turn: number;
      readonly claimed: ClaimedVerdict;
      readonly found: VerdictStatus;
    }
  /** The outcome does not follow from the verdicts that were found. */
  | {
      readonly kind: 'outcome';
      readonly claimed: ConversationOutcome;
      readonly found: ConversationOutcome;
    }
  /** The recorded output is not what the code returns for the recorded input. */
  | { readonly kind: 'truth'; readonly detail: string }
  /** The id of the task is not the hash of its content: one of them was changed. */
  | { readonly kind: 'task-id'; readonly claimed: string; readonly found: string };

/** A row that could be read, with what was found. */
export interface CheckedRow<Row> {
  /**
   * - `agreeing`: nothing that it says was found to be otherwise;
   * - `disagreeing`: something was;
   * - `unverifiable`: nothing was, but something could not be verified.
   */
  readonly status: 'agreeing' | 'disagreeing' | 'unverifiable';
  /** Its number among the rows, from 1. */
  readonly number: number;
  /** The row as it came. */
  readonly row: Row;
  /** The task that was read from it. */
  readonly task: Task;
  readonly truth: TruthStatus;
  readonly turns: readonly ReverifiedTurn[];
  readonly disagreements: readonly Disagreement[];
}

/** A row that could not be read, or not be run. */
export interface UnreadableRow<Row> {
  readonly status: 'unreadable';
  /** Its number among the rows, from 1. */
  readonly number: number;
  /** The row as it came. */
  readonly row: Row;
  /** What is wrong with it. */
  readonly problem: string;
}

/** A row with what was found. */
export type ReverifiedRow<Row> = CheckedRow<Row> | UnreadableRow<Row>;
