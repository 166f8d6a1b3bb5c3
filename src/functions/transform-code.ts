import { readDraft } from '../answers/read-draft.js';
import type { ChatMessage } from '../core/chat-message.js';
import type { Language } from '../core/code-function.js';
import type { ModelReply } from '../core/model-reply.js';
import type { RawCode } from '../core/raw-code.js';
import type { TransformProblem } from '../core/transform-problem.js';
import type { TransformAttempt, Transformation } from '../core/transformation.js';
import { BudgetExceededError } from '../errors/budget-exceeded-error.js';
import { optionError } from '../errors/option-error.js';
import { requireInteger } from '../errors/require-integer.js';
import { TransformError } from '../errors/transform-error.js';
import { askModel, type ModelCallOptions } from '../generation/ask-model.js';
import { rejectsStructure } from '../generation/rejects-structure.js';
import { buildRepairRequest, buildTransformPrompt } from '../prompts/build-transform-prompt.js';
import { defaultPythonTransformTemplate } from '../prompts/default-python-transform-template.js';
import { defaultTransformTemplate } from '../prompts/default-transform-template.js';
import { draftSchema } from '../prompts/draft-schema.js';
import type { TransformTemplate } from '../prompts/transform-template.js';
import type { Sandbox } from '../sandbox/sandbox.js';
import type { JsonLimits } from '../values/json-limits.js';
import { type CheckDraftOptions, type CheckedDraft, checkDraft } from './check-draft.js';
import { resolvePairLimits } from './pair-limits.js';

/** How raw code is turned into a function. */
export interface TransformCodeOptions extends ModelCallOptions {
  /** Where the function is tried out. */
  readonly sandbox: Sandbox;
  /**
   * The language of the function, whatever the language of the file. The sandbox must run it: for
   * Python that is the one from `codeio/python`.
   * @defaultValue 'javascript'
   */
  readonly language?: Language | undefined;
  /**
   * Python: modules outside of the standard library that the function may import, such as `numpy`.
   * The sandbox must have them.
   * @defaultValue none
   */
  readonly packages?: readonly string[] | undefined;
  /**
   * How the model answers: in structured output, or in sections under headings, which any model can
   * write. `auto` asks for structured output, and for sections when the provider refuses that.
   * @defaultValue 'auto'
   */
  readonly form?: 'auto' | 'structured' | 'sections' | undefined;
  /**
   * The texts of the request.
   * @defaultValue `defaultTransformTemplate`; for Python `defaultPythonTransformTemplate`
   */
  readonly template?: TransformTemplate | undefined;
  /**
   * Answers at most: the first one and repairs.
   * @defaultValue 3
   */
  readonly maxTurns?: number | undefined;
  /**
   * How many pairs are collected to try the function out.
   * @defaultValue 10
   */
  readonly count?: number | undefined;
  /**
   * How many pairs the function must give.
   * @defaultValue half of `count`, rounded up
   */
  readonly minimumPairs?: number | undefined;
  /**
   * Decides the inputs that are drawn; see `collectPairs`. Not the sampling seed of the model.
   * @defaultValue 0
   */
  readonly pairSeed?: number | undefined;
  /**
   * How large inputs and outputs may be.
   * @defaultValue `defaultPairLimits`, each for itself
   */
  readonly limits?: Partial<JsonLimits> | undefined;
  /**
   * Whether a trivial function is good enough.
   * @defaultValue false
   */
  readonly allowTrivial?: boolean | undefined;
}

/**
 * Turns a raw source file into a function in the unified form of CodeI/O (paper §2.2) by one model
 * call, and does not believe it: the parts are looked through, the code and the input generator are
 * run, and pairs are collected. What is wrong goes back to the model, which answers again, up to
 * `maxTurns` times.
 *
 * @param raw - The text of the file, or the file with its name and origin.
 * @returns The function with the pairs that it was tried out with, or why there is none. Both keep
 * every answer of the model.
 * @throws TransformError when a model call fails for good; it carries the finished attempts.
 * @throws BudgetExceededError when the next call does not fit into `budget`.
 * @throws the signal's reason when it is aborted.
 * @throws TypeError naming an option that is out of range.
 */
export async function transformCode(
  raw: string | RawCode,
  options: TransformCodeOptions,
): Promise<Transformation> {
  const file = typeof raw === 'string' ? { text: raw } : raw;
  const settings = resolveOptions(file, options);
  const attempts: TransformAttempt[] = [];
  const first = await askFirst(file, settings).catch((error: unknown) =>
    fail(error, file, [], settings),
  );
  let { messages, reply } = first;

  for (;;) {
    const checked = await checkReply(reply, file, settings);
    if (checked.status === 'sound') {
      attempts.push({ reply, problems: [] });
      return { status: 'accepted', function: checked.function, pairs: checked.pairs, attempts };
    }
    const { problems } = checked;
    const { text } = reply;
    const isRepeated = attempts.some((attempt) => attempt.reply.text === text);
    attempts.push({ reply, problems });
    if (isRepeated || isFinal(problems) || attempts.length >= settings.maxTurns) {
      return { status: 'rejected', problems, attempts };
    }
    const sentences = problems.map(({ message }) => message);
    messages = [
      ...messages,
      { role: 'assistant', content: text },
      { role: 'user', content: buildRepairRequest(sentences, settings) },
    ];
    reply = await ask(messages, first.form, settings).catch((error: unknown) =>
      fail(error, file, attempts, settings),
    );
  }
}

type Form = 'structured' | 'sections';

/** Options with all defaults. */
interface Settings extends CheckDraftOptions {
  readonly call: ModelCallOptions;
  readonly template: TransformTemplate;
  readonly form: Form | 'auto';
  readonly maxTurns: number;
  readonly limits: JsonLimits;
}

function resolveOptions(file: RawCode, options: TransformCodeOptions): Settings {
  const { sandbox, signal, form = 'auto', language = 'javascript' } = options;
  if (typeof file?.text !== 'string') throw optionError('raw', 'the text of a file', file?.text);
  if (!['auto', 'structured', 'sections'].includes(form)) {
    throw optionError('form', "'auto', 'structured' or 'sections'", form);
  }
  if (!sandbox.languages.includes(language)) {
    const names = sandbox.languages.map((name) => `'${name}'`).join(' or ');
    throw optionError('language', `one that the sandbox runs (${names})`, language);
  }
  const isPython = language === 'python';
  const count = requireInteger('count', options.count ?? 10, 1);
  const half = Math.ceil(count / 2);
  return {
    call: options,
    sandbox,
    signal,
    form,
    language,
    packages: resolvePackages(options.packages ?? [], isPython),
    template:
      options.template ?? (isPython ? defaultPythonTransformTemplate : defaultTransformTemplate),
    maxTurns: requireInteger('maxTurns', options.maxTurns ?? 3, 1),
    count,
    minimumPairs: requireInteger('minimumPairs', options.minimumPairs ?? half, 1, count),
    seed: options.pairSeed,
    limits: resolvePairLimits(options.limits),
    allowTrivial: options.allowTrivial ?? false,
  };
}

function resolvePackages(packages: readonly string[], isPython: boolean): readonly string[] {
  const isList = Array.isArray(packages) && packages.every((name) => /^[A-Za-z_]\w*$/.test(name));
  if (!isList) throw optionError('packages', 'a list of names of modules', packages);
  if (packages.length === 0 || isPython) return packages;
  throw optionError('packages', "empty unless language is 'python'", packages);
}

/** Asks for the first answer, in sections when structured output is refused and need not be. */
async function askFirst(
  file: RawCode,
  settings: Settings,
): Promise<{ form: Form; messages: readonly ChatMessage[]; reply: ModelReply }> {
  const askIn = async (form: Form) => {
    const messages = buildTransformPrompt(file, { ...settings, form });
    return { form, messages, reply: await ask(messages, form, settings) };
  };
  if (settings.form !== 'auto') return askIn(settings.form);
  return askIn('structured').catch((error: unknown) => {
    if (rejectsStructure(error)) return askIn('sections');
    throw error;
  });
}

function ask(
  messages: readonly ChatMessage[],
  form: Form,
  { call, language }: Settings,
): Promise<ModelReply> {
  return askModel(messages, call, form === 'structured' ? draftSchema(language) : undefined);
}

function fail(
  error: unknown,
  file: RawCode,
  attempts: readonly TransformAttempt[],
  { signal }: Settings,
): never {
  signal?.throwIfAborted();
  // Neither misuse nor an empty purse says anything about this file.
  if (error instanceof TypeError || error instanceof BudgetExceededError) throw error;
  throw new TransformError(file.name, attempts, error);
}

async function checkReply(
  reply: ModelReply,
  file: RawCode,
  settings: Settings,
): Promise<CheckedDraft> {
  const read = readDraft(reply.text);
  if (read.status === 'read') return checkDraft(read.draft, file.source, settings);
  const problems: readonly TransformProblem[] =
    read.status === 'declined'
      ? [{ kind: 'declined', message: read.reason }]
      : read.problems.map((message) => ({ kind: 'unreadable', message }));
  return { status: 'unsound', problems };
}

/** Says whether another answer cannot help. */
function isFinal(problems: readonly TransformProblem[]): boolean {
  return problems.some(({ kind }) => kind === 'declined' || kind === 'sandbox-lost');
}
