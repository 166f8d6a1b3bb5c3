import type { JsonObject, JsonValue } from '../../core/json-value.js';
import type { Task } from '../../core/task.js';
import { optionError } from '../../errors/option-error.js';
import { auditPair } from '../../functions/audit-pair.js';
import type { PairFinding } from '../../functions/audit-row.js';
import type { Sandbox } from '../../sandbox/sandbox.js';
import { isEqual } from '../../values/is-equal.js';
import { isJsonObject } from '../../values/is-json-object.js';
import { readGiven, readGivenOutput } from './read-given.js';
import type { RecoveredConversation } from './recovered-conversation.js';
import { findPredictedInput, makeTask, readTaskSource, type TaskSource } from './task-source.js';

/** How a task is recovered. */
export interface RecoverTaskOptions {
  /** Where the code runs. */
  readonly sandbox: Sandbox;
  /**
   * The name of the function that is called.
   * @defaultValue what the prompt says, or else `main_solution`, as in the published data
   */
  readonly entrypoint?: string | undefined;
  /** Abandons the recovery. */
  readonly signal?: AbortSignal | undefined;
}

/** Where the side of a recovered pair comes from that was to be predicted. */
export type RecoveredTruth =
  /** It is what the code returns for the given input, every time. */
  | 'computed'
  /** It is the input of a turn that is said to be right. */
  | 'claimed'
  /** It is not known: every variable is `null`. */
  | 'unknown';

/** A task that was made of what a row says, or why there is none. */
export type TaskRecovery =
  | { readonly status: 'recovered'; readonly task: Task; readonly truth: RecoveredTruth }
  | {
      readonly status: 'unrecoverable';
      /** What is missing from the row, or wrong with it. */
      readonly problem: string;
    };

/**
 * Makes a task that can be verified out of a conversation that `fromCodeIO` or `readCodeIO` has
 * read. Rows of the five-field format hold no function and no truth, but where the prompt shows the
 * code, it takes no more: the given side is in the prompt, too.
 *
 * The given side is read as JSON, or else as what Python prints; an output may also be a text as it
 * stands, which the feedback or a right turn tells. An output that was to be predicted is what the
 * code returns. An input that was to be predicted is not in the row, but any input that leads to the
 * wanted output is right: give `verify` the option `checkTruth: false`.
 *
 * @returns The task, or why there is none, such as a prompt without code, a language that the
 * sandbox does not run, or code that does not return or not the same every time. Nothing in a
 * conversation makes this throw.
 * @throws TypeError for misuse, the signal's reason, SandboxClosedError and SandboxStartError.
 *
 * @example
 * ```ts
 * for await (const conversation of readCodeIO('pyedur_full.jsonl')) {
 *   const recovery = await recoverTask(conversation, { sandbox });
 *   if (recovery.status === 'unrecoverable') continue;
 *   for (const { prediction } of conversation.turns) {
 *     console.log(await verify(recovery.task, prediction, { sandbox, checkTruth: false }));
 *   }
 * }
 * ```
 */
export async function recoverTask(
  conversation: RecoveredConversation,
  options: RecoverTaskOptions,
): Promise<TaskRecovery> {
  const { sandbox, entrypoint } = options ?? {};
  if (typeof sandbox?.run !== 'function') throw optionError('sandbox', 'a sandbox', sandbox);
  if (entrypoint !== undefined && (typeof entrypoint !== 'string' || entrypoint === '')) {
    throw optionError('entrypoint', 'the name of a function', entrypoint);
  }
  const source = readTaskSource(conversation, entrypoint);
  if ('problem' in source) return unrecoverable(source.problem);
  if (!sandbox.languages.includes(source.language)) {
    return unrecoverable(`the sandbox does not run ${source.language}`);
  }
  return conversation.task.direction === 'output'
    ? recoverOutput(source, options)
    : recoverInput(source, options);
}

async function recoverOutput(
  source: TaskSource,
  options: RecoverTaskOptions,
): Promise<TaskRecovery> {
  const input = readInput(source);
  if ('problem' in input) return unrecoverable(input.problem);
  // There has to be an output that is compared with what the code returns.
  const found = await audit(makeTask(source, input.value, null), options);
  const output = found.status === 'reproducible' ? null : found.computed;
  return output === undefined
    ? unrecoverable(`the code does not return for the given input: ${inWords(found)}`)
    : recovered(makeTask(source, input.value, output), 'computed');
}

function readInput({
  given,
  variables,
}: TaskSource): { readonly value: JsonObject } | { readonly problem: string } {
  const read = readGiven(given);
  if (read.status === 'refused') {
    const place = read.path === '' ? '' : ` at ${read.path}`;
    return { problem: `the given input cannot be read as JSON or Python: ${read.reason}${place}` };
  }
  const { value } = read;
  if (isJsonObject(value)) return { value };
  // As the published checker calls functions: a list is spread, anything else is the only value.
  const values = Array.isArray(value) && variables?.positional.length !== 1 ? value : [value];
  const names = variables?.positional.slice(0, values.length) ?? [];
  if (names.length < values.length) {
    return { problem: 'the given input is no object, and not what the function takes by position' };
  }
  return { value: Object.fromEntries(names.map((name, index) => [name, values[index]])) };
}

async function recoverInput(
  source: TaskSource,
  options: RecoverTaskOptions,
): Promise<TaskRecovery> {
  const { conversation, entrypoint, given, variables } = source;
  if (variables === undefined) {
    return unrecoverable(`the code does not define a function ${entrypoint} with named variables`);
  }
  const feedbacks = conversation.turns.map(({ feedback }) => feedback);
  const readings = readGivenOutput(given, feedbacks);
  const claimed = findPredictedInput(conversation, variables, 'correct');
  if (claimed === undefined) {
    const predicted = findPredictedInput(conversation, variables);
    const names = Object.keys(predicted ?? {});
    const known = predicted ? names : [...variables.required, ...variables.optional];
    const input = Object.fromEntries(known.map((name) => [name, null]));
    return recovered(makeTask(source, input, readings[0]), 'unknown');
  }
  const found = await audit(makeTask(source, claimed, readings[0]), options);
  if (found.status === 'non-deterministic') {
    return unrecoverable(`the code does not return the same every time: ${inWords(found)}`);
  }
  return recovered(makeTask(source, claimed, chooseReading(readings, found)), 'claimed');
}

/** What the code returns tells a number from a text. */
function chooseReading(
  readings: readonly [JsonValue, ...JsonValue[]],
  { computed }: PairFinding,
): JsonValue {
  const isReached = (reading: JsonValue): boolean =>
    computed !== undefined && isEqual(computed, reading);
  return readings.find(isReached) ?? readings[0];
}

/** Runs a pair twice, in conditions that a function must not depend on. */
function audit(task: Task, { sandbox, signal }: RecoverTaskOptions): Promise<PairFinding> {
  const changesArguments = async (): Promise<boolean> => false;
  return auditPair(task.function, task.pair, { sandbox, seed: 0, changesArguments, signal });
}

function inWords({ status, detail }: PairFinding): string {
  return detail === undefined ? status : `${status} (${detail})`;
}

function recovered(task: Task, truth: RecoveredTruth): TaskRecovery {
  return { status: 'recovered', task, truth };
}

function unrecoverable(problem: string): TaskRecovery {
  return { status: 'unrecoverable', problem };
}
