import { describe, expectTypeOf, it } from 'vitest';
import {
  type Columns,
  createRowValidator,
  fromCodeIO,
  type JoinedRow,
  joinedFormat,
  type RecoveredConversation,
  type RecoveredRow,
  type RowFormat,
  type TrainableConversation,
  type TrlPreferenceRow,
  type TrlPromptCompletionRow,
  toFireworksChat,
  toRatedAnswers,
  toTrlPromptCompletion,
  trlPreferenceFormat,
  trlPromptCompletionFormat,
  type ValidationReport,
  validateRows,
  validateTrlPreference,
  type WrittenDataset,
  writeDataset,
} from '../../src/formats/index.js';
import { checkMessages } from '../../src/formats/validation/message-checks.js';
import { createTokenCounter } from '../../src/formats/validation/token-counter.js';
import { validateFile } from '../../src/formats/validation/validate-file.js';
import type { Conversation } from '../../src/index.js';

interface Answer {
  readonly id: string;
  readonly answer: string;
}

declare const conversation: Conversation;
declare const recovered: RecoveredConversation;
declare const report: ValidationReport;
declare const lines: AsyncIterable<unknown>;
const columns = { id: 'string', answer: 'string' } as const;

// Nothing here runs: `npm run types` is the test.
describe('types', () => {
  it('a format knows its rows, and stands where any format is taken', () => {
    expectTypeOf(trlPromptCompletionFormat().toRows([conversation])).toEqualTypeOf<
      readonly TrlPromptCompletionRow[]
    >();
    expectTypeOf(trlPreferenceFormat()).toEqualTypeOf<RowFormat<TrlPreferenceRow>>();
    expectTypeOf(joinedFormat()).toExtend<RowFormat<JoinedRow>>();
    expectTypeOf(joinedFormat()).toExtend<RowFormat>();
    // @ts-expect-error The rows are others.
    const wrong: RowFormat<TrlPreferenceRow> = joinedFormat();
    void wrong;
  });

  it('formats take conversations, and what was recovered of published ones', () => {
    expectTypeOf<Conversation>().toExtend<TrainableConversation>();
    expectTypeOf<RecoveredConversation>().toExtend<TrainableConversation>();
    expectTypeOf(toTrlPromptCompletion(recovered)).toEqualTypeOf(
      toTrlPromptCompletion(conversation),
    );
    toTrlPromptCompletion(conversation, { train: 'last-turn' });
    // @ts-expect-error There is no such choice.
    toTrlPromptCompletion(conversation, { train: 'first-turn' });
    // @ts-expect-error Messages and turns alone are no conversation.
    toRatedAnswers([{ prompt: [], turns: [] }]);
  });

  it('a weight is given for the very conversation that came', () => {
    toFireworksChat(conversation, { rowWeight: ({ task }) => task.function.code.length });
    // @ts-expect-error What was recovered has no code.
    toFireworksChat(recovered, { rowWeight: ({ task }) => task.function.code.length });
  });

  it('published rows are read one by one or all at once', () => {
    expectTypeOf(fromCodeIO([{}])).toEqualTypeOf<readonly RecoveredRow[]>();
    const row = fromCodeIO({});
    expectTypeOf(row).toEqualTypeOf<RecoveredRow>();
    if (row.status === 'recovered') {
      expectTypeOf(row.conversation).toEqualTypeOf<RecoveredConversation>();
    } else expectTypeOf(row.problem).toBeString();
  });

  it('a dataset takes formats of different rows, own ones included', () => {
    const own: RowFormat<Answer> = {
      title: 'own',
      columns,
      toRows: (conversations) =>
        conversations.map(({ task, turns }) => ({
          id: task.id,
          answer: turns.at(-1)?.prediction.text ?? '',
        })),
      checks: { texts: ({ answer }) => [answer] },
    };
    const formats = { sft: trlPromptCompletionFormat(), pairs: trlPreferenceFormat(), own };
    expectTypeOf(
      writeDataset([conversation], { directory: '', formats }),
    ).resolves.toEqualTypeOf<WrittenDataset>();
    // @ts-expect-error Formats have names.
    writeDataset([conversation], { directory: '', formats: [own] });
    // @ts-expect-error Rows are no conversations.
    writeDataset([{ id: '' }], { directory: '', formats });
    // @ts-expect-error A column has a type.
    const unknown: Columns = { id: 'text' };
    void unknown;
  });

  it('checks see rows of their type, whatever rows are validated', () => {
    const checks = { check: ({ answer }: Answer) => void answer.trim() };
    expectTypeOf(validateRows<Answer>(lines, { columns, checks })).resolves.toEqualTypeOf(report);
    expectTypeOf(validateTrlPreference(['no row'])).resolves.toEqualTypeOf(report);
    createRowValidator<Answer>({ columns, checks: { texts: ({ answer }) => [answer] } }).add(7);
    // @ts-expect-error There is no such field.
    createRowValidator<Answer>({ columns, checks: { texts: ({ prompt }) => [prompt] } });
    // @ts-expect-error Columns are needed.
    validateRows(lines, { checks });
    // @ts-expect-error The file is told once.
    validateFile('rows.jsonl', joinedFormat(), { file: 'other.jsonl' });
    expectTypeOf(validateFile('rows.jsonl', { columns })).resolves.toEqualTypeOf(report);
  });

  it('a check of messages takes those of a chat and others like them', () => {
    createRowValidator<{ readonly messages: Conversation['prompt'] }>({
      columns: {},
      checks: { check: ({ messages }, tell) => checkMessages(messages, tell) },
    });
    checkMessages([{ role: 'user', content: [{ text: '' }], train: true }], () => {}, {
      isTrained: ({ train }) => train,
    });
    // @ts-expect-error A role is a text.
    checkMessages([{ role: 1, content: '' }], () => {});
  });

  it('a report is plain data that nobody changes', () => {
    expectTypeOf(report.findings[0]?.severity).toEqualTypeOf<'error' | 'warning' | undefined>();
    expectTypeOf(report.tokens?.median).toEqualTypeOf<number | undefined>();
    // @ts-expect-error It is read-only.
    report.findings.push({ severity: 'error', rule: '', problem: '' });
  });

  it('a counter of tokens fits where rows are validated', async () => {
    const countTokens = await createTokenCounter({ encoding: 'cl100k_base' });
    expectTypeOf(countTokens).toEqualTypeOf<(text: string) => number>();
    validateRows(lines, { columns, countTokens, maxTokens: 4096 });
    // @ts-expect-error There is no such encoding.
    createTokenCounter({ encoding: 'gpt-4' });
  });
});
