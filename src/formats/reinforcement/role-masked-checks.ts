import { type Columns, messagesColumn } from '../columns.js';
import { checkMessages } from '../validation/message-checks.js';
import type { RowChecks } from '../validation/row-checks.js';
import type { RoleMaskedRow } from './role-masked-messages.js';

/** The columns of {@link RoleMaskedRow}. */
export const roleMaskedColumns: Columns = { messages: messagesColumn };

/** What rows of messages have to fulfil where every answer is trained. */
export const roleMaskedChecks: RowChecks<RoleMaskedRow> = {
  check({ messages }, report) {
    checkMessages(messages, report, { alternates: true, lastRole: 'assistant' });
  },
  texts: ({ messages }) => messages.map(({ content }) => content),
};
