import type { ReportProblem } from './row-checks.js';

/** A message as a row may hold it: columns may be null, and content may come in parts. */
export interface CheckedMessage {
  readonly role?: string | null | undefined;
  readonly content?:
    | string
    | null
    | readonly { readonly text?: string | null | undefined }[]
    | undefined;
}

/** What a trainer wants of the messages of a row. */
export interface MessageChecks<Message extends CheckedMessage = CheckedMessage> {
  /** The role that the last message must have. */
  readonly lastRole?: 'assistant' | 'user' | undefined;
  /**
   * Whether user and assistant must take turns, the user first, after one system message at most.
   * @defaultValue false
   */
  readonly alternates?: boolean | undefined;
  /**
   * Whether a system message may stand first only.
   * @defaultValue false
   */
  readonly systemFirstOnly?: boolean | undefined;
  /**
   * The roles that there are.
   * @defaultValue `['system', 'user', 'assistant']`
   */
  readonly roles?: readonly string[] | undefined;
  /**
   * Says whether a message is trained: one that is trained and empty is an error, an empty one that
   * is only read is a warning.
   * @defaultValue messages of the role `assistant`
   */
  readonly isTrained?: ((message: Message) => boolean) | undefined;
  /**
   * The path of the messages in the row.
   * @defaultValue 'messages'
   */
  readonly field?: string | undefined;
}

const chatRoles: readonly string[] = ['system', 'user', 'assistant'];

/** Roles that instruct the model instead of taking part in the chat. */
const instructingRoles: readonly string[] = ['system', 'developer'];

/**
 * Checks the messages of a row: `no-messages`, `unknown-role`, `system-first`, `alternation`,
 * `last-role`, `empty-message`. Each problem is told with the path of its message.
 */
export function checkMessages<Message extends CheckedMessage>(
  messages: readonly (Message | null)[] | null | undefined,
  report: ReportProblem,
  checks: MessageChecks<Message> = {},
): void {
  const { field = 'messages', roles = chatRoles, lastRole } = checks;
  const { isTrained = ({ role }: Message): boolean => role === 'assistant' } = checks;
  const { alternates = false, systemFirstOnly = alternates } = checks;
  if (messages === null || messages === undefined || messages.length === 0) {
    report({ rule: 'no-messages', field, problem: 'there are no messages' });
    return;
  }
  let before: string | undefined;
  for (const [index, message] of messages.entries()) {
    const at = `${field}[${index}]`;
    const role = message?.role ?? 'null';
    const problemWith = (rule: string, problem: string): void =>
      report({ rule, field: `${at}.role`, problem });
    if (!roles.includes(role)) {
      problemWith('unknown-role', `the role is ${showRole(role)}, expected one of ${list(roles)}`);
    } else if (instructingRoles.includes(role)) {
      if (systemFirstOnly && index > 0) {
        problemWith('system-first', `a ${role} message must be the first message`);
      }
    } else if (alternates && before === undefined && role !== 'user') {
      problemWith('alternation', `the first message is of ${role}, expected user`);
    } else if (alternates && before === role) {
      problemWith('alternation', `two messages of ${role} in a row`);
    }
    if (!instructingRoles.includes(role)) before = role;
    if (isBlank(message?.content)) {
      const trains = message !== null && isTrained(message);
      const problem = `the message of ${showRole(role)} is empty${trains ? ' and trained' : ''}`;
      const severity = trains ? 'error' : 'warning';
      report({ rule: 'empty-message', field: `${at}.content`, problem, severity });
    }
  }
  const role = messages.at(-1)?.role ?? 'null';
  if (lastRole !== undefined && role !== lastRole) {
    const at = `${field}[${messages.length - 1}].role`;
    const problem = `the last message is of ${showRole(role)}, expected ${lastRole}`;
    report({ rule: 'last-role', field: at, problem });
  }
}

/** Says whether content has nothing to read: null, white space alone, or parts without text. */
function isBlank(content: CheckedMessage['content']): boolean {
  if (content === null || content === undefined) return true;
  if (typeof content === 'string') return content.trim() === '';
  return content.every((part) => (part?.text ?? '').trim() === '');
}

/** Roles come from files: they are quoted and shortened unless they are plain words. */
function showRole(role: string): string {
  return /^\w{1,30}$/.test(role) ? role : JSON.stringify(role.slice(0, 30));
}

function list(roles: readonly string[]): string {
  return roles.join(', ');
}
