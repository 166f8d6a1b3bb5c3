import type { ReportProblem } from '../validation/row-checks.js';

/** A message that comes from outside: its fields are of the right types, but may be missing. */
export type ForeignMessage = {
  readonly role?: string | null;
  readonly content?: string | null;
  readonly weight?: number | null;
} | null;

/** What a trainer expects of the messages of a row. */
export interface MessageRules {
  /** The path of the messages, such as `input.messages`. */
  readonly field: string;
  readonly roles: readonly string[];
  /** Who has to have the last word. */
  readonly last: 'user' | 'assistant';
  /** Whose messages may have a weight. */
  readonly weighted: 'assistant' | 'all' | 'none';
}

/** Tells of messages that a chat trainer refuses. A field that is null counts as missing. */
export function checkMessages(
  messages: readonly ForeignMessage[] | null | undefined,
  rules: MessageRules,
  report: ReportProblem,
): void {
  const { field, last } = rules;
  const lastRole = messages?.at(-1)?.role;
  if (messages == null || messages.length === 0) {
    report({ rule: 'no-messages', field, problem: 'expected messages, got none' });
  } else if (lastRole !== last && !(last === 'user' && lastRole === 'tool')) {
    const problem = `expected the last message of the ${last}, got ${show(lastRole)}`;
    report({ rule: 'last-role', field: `${field}[${messages.length - 1}].role`, problem });
  }
  for (const [index, message] of (messages ?? []).entries()) {
    checkMessage(message, index, rules, report);
  }
}

function checkMessage(
  message: ForeignMessage,
  index: number,
  { field, roles, weighted }: MessageRules,
  report: ReportProblem,
): void {
  const { role, content, weight } = message ?? {};
  const place = `${field}[${index}]`;
  if (!roles.includes(role ?? '')) {
    const problem = `expected ${roles.join(', ')}, got ${show(role)}`;
    report({ rule: 'role', field: `${place}.role`, problem });
  } else if (role === 'system' && index > 0) {
    const problem = 'expected the system message to be the first';
    report({ rule: 'system-first', field: `${place}.role`, problem });
  }
  checkContent(content, `${place}.content`, report);
  if (weight == null) return;
  if (weighted === 'none' || (weighted === 'assistant' && role !== 'assistant')) {
    const where = weighted === 'none' ? 'no weight' : 'a weight on assistant messages only';
    const problem = `expected ${where}, got ${weight} on a message of ${show(role)}`;
    report({ rule: 'weight-place', field: `${place}.weight`, problem });
  } else if (weight !== 0 && weight !== 1) {
    report({
      rule: 'weight-value',
      field: `${place}.weight`,
      problem: `expected 0 or 1, got ${weight}`,
    });
  }
}

/** Tells of a text that is missing or empty. */
export function checkContent(
  content: string | null | undefined,
  field: string,
  report: ReportProblem,
): void {
  if (content != null && content.trim() !== '') return;
  report({ rule: 'empty-content', field, problem: 'expected a text, got an empty one' });
}

/** Tells of keys of a row that the trainer does not know. */
export function checkKeys(row: object, known: readonly string[], report: ReportProblem): void {
  for (const key of Object.keys(row)) {
    if (known.includes(key)) continue;
    const problem = `expected no keys but ${known.join(', ')}`;
    report({ rule: 'unknown-key', field: key, problem });
  }
}

/** Tells when no answer of a row is trained: all have the weight 0, or there is none. */
export function checkTrained(
  messages: readonly ForeignMessage[] | null | undefined,
  report: ReportProblem,
): void {
  const isTrained = messages?.some((message) => {
    return message?.role === 'assistant' && message.weight !== 0;
  });
  if (isTrained === true) return;
  const problem = 'expected an assistant message without the weight 0, got none';
  report({ rule: 'nothing-trained', field: 'messages', problem });
}

/** Takes the texts of messages. */
export function contentsOf(
  messages: readonly ForeignMessage[] | null | undefined,
): readonly string[] {
  return (messages ?? []).map((message) => message?.content ?? '');
}

function show(value: string | null | undefined): string {
  return value == null ? 'nobody' : JSON.stringify(value);
}
