import type { ConversationOutcome } from '../core/conversation.js';
import type { Direction } from '../core/task.js';
import type { VerdictStatus } from '../core/verdict.js';
import type { ClaimedVerdict } from './reverifiable-row.js';
import type {
  Disagreement,
  ReverifiedRow,
  TruthStatus,
  TurnAgreement,
  UnreadableRow,
} from './reverified-row.js';
import type { Counts } from './run-summary.js';

/** Numbers of rows; `total` is the sum of the others. */
export type RowCounts = { readonly [S in ReverifiedRow<unknown>['status'] | 'total']: number };

/** Numbers of turns; `total` is the sum of the others. */
export type TurnCounts = { readonly [A in TurnAgreement | 'total']: number };

/** How often one thing was claimed and another found. */
export interface ChangeCount<Claimed, Found> {
  readonly claimed: Claimed;
  readonly found: Found;
  readonly count: number;
}

/** What was found in a dataset, so far or on the whole. */
export interface ReverifyReport {
  /** `stopped`: the rows ended before their end, by an error, an abort, or the consumer's leaving. */
  readonly status: 'running' | 'complete' | 'stopped';
  readonly rows: RowCounts;
  readonly turns: TurnCounts;
  /** The turns by the predicted side. */
  readonly directions: { readonly [D in Direction]: TurnCounts };
  /** The turns by the verdict that was found. */
  readonly verdicts: Counts<VerdictStatus>;
  /** The rows by what was found of their truth. */
  readonly truths: Counts<TruthStatus>;
  /** The disagreements by kind; a row may have several. */
  readonly disagreements: Counts<Disagreement['kind']>;
  /** The turns whose verdict is another than claimed, the most frequent change first. */
  readonly verdictChanges: readonly ChangeCount<ClaimedVerdict, VerdictStatus>[];
  /** The conversations whose outcome is another than claimed, the most frequent change first. */
  readonly outcomeChanges: readonly ChangeCount<ConversationOutcome, ConversationOutcome>[];
  /** The first 100 rows that could not be read. */
  readonly unreadableRows: readonly Pick<UnreadableRow<unknown>, 'number' | 'problem'>[];
  /** How long it has taken, in milliseconds. */
  readonly durationMs: number;
}

/** Counts rows that were checked. */
export interface ReverifyCounter {
  count(row: ReverifiedRow<unknown>): void;
  report(): Omit<ReverifyReport, 'status' | 'durationMs'>;
}

/** What would grow with the dataset is listed up to here. */
const listedRows = 100;

type Tally<Kind extends string> = { -readonly [K in Kind]?: number };

/** Makes a counter at zero. */
export function createReverifyCounter(): ReverifyCounter {
  const rows = { total: 0, agreeing: 0, disagreeing: 0, unverifiable: 0, unreadable: 0 };
  const directions = { output: noTurns(), input: noTurns() };
  const verdicts: Tally<VerdictStatus> = {};
  const truths: Tally<TruthStatus> = {};
  const disagreements: Tally<Disagreement['kind']> = {};
  const verdictChanges = createChanges<ClaimedVerdict, VerdictStatus>();
  const outcomeChanges = createChanges<ConversationOutcome, ConversationOutcome>();
  const unreadableRows: { number: number; problem: string }[] = [];

  return {
    count(row) {
      rows.total++;
      rows[row.status]++;
      if (row.status === 'unreadable') {
        const { number, problem } = row;
        if (unreadableRows.length < listedRows) unreadableRows.push({ number, problem });
        return;
      }
      increment(truths, row.truth);
      const turns = directions[row.task.direction];
      for (const { verdict, agreement } of row.turns) {
        turns.total++;
        turns[agreement]++;
        increment(verdicts, verdict.status);
      }
      for (const disagreement of row.disagreements) {
        increment(disagreements, disagreement.kind);
        if (disagreement.kind === 'verdict') verdictChanges.add(disagreement);
        if (disagreement.kind === 'outcome') outcomeChanges.add(disagreement);
      }
    },
    report() {
      return {
        rows: { ...rows },
        turns: sum(directions.output, directions.input),
        directions: { output: { ...directions.output }, input: { ...directions.input } },
        verdicts: { ...verdicts },
        truths: { ...truths },
        disagreements: { ...disagreements },
        verdictChanges: verdictChanges.list(),
        outcomeChanges: outcomeChanges.list(),
        unreadableRows: [...unreadableRows],
      };
    },
  };
}

type OpenTurnCounts = { -readonly [A in keyof TurnCounts]: number };

function noTurns(): OpenTurnCounts {
  return { total: 0, agreeing: 0, disagreeing: 0, unverifiable: 0, unclaimed: 0 };
}

function sum(a: TurnCounts, b: TurnCounts): TurnCounts {
  return {
    total: a.total + b.total,
    agreeing: a.agreeing + b.agreeing,
    disagreeing: a.disagreeing + b.disagreeing,
    unverifiable: a.unverifiable + b.unverifiable,
    unclaimed: a.unclaimed + b.unclaimed,
  };
}

function increment<Kind extends string>(tally: Tally<Kind>, kind: Kind): void {
  tally[kind] = (tally[kind] ?? 0) + 1;
}

function createChanges<Claimed, Found>(): {
  add(change: { readonly claimed: Claimed; readonly found: Found }): void;
  list(): ChangeCount<Claimed, Found>[];
} {
  const counts = new Map<string, ChangeCount<Claimed, Found>>();
  return {
    add({ claimed, found }) {
      const key = `${claimed} ${found}`;
      const count = (counts.get(key)?.count ?? 0) + 1;
      counts.set(key, { claimed, found, count });
    },
    list: () => [...counts.values()].sort((a, b) => b.count - a.count),
  };
}
