import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { trlLanguageModellingFormat, trlPromptCompletionFormat } from '../../src/formats/index.js';
import { conversationOf } from '../formats/support/conversations.js';
import { answerTurn, completionTurn } from './support/chat-template.js';
import { python, runPython } from './support/run-python.js';
import { writeTemporaryDataset } from './support/temporary-dataset.js';

const texts = ['{"output": 1}', '\n{"output": 2}', '\n\n\n{"output": 3}', ' {"output": 4}'];

interface Result {
  readonly runs: readonly { readonly trained: readonly (readonly string[])[] }[];
}

/**
 * Most templates of chat models end the prompt with a line break, and most tokenizers make one
 * token of line breaks in a row. So no token begins where such an answer does.
 */
describe.skipIf(python === undefined)('an answer that begins with line breaks, in TRL', () => {
  it('has labels from its first other character on, or from the line break of the template on', async () => {
    const conversations = texts.map((text) => conversationOf([{ status: 'correct', text }]));
    await using dataset = await writeTemporaryDataset(conversations, {
      completions: trlPromptCompletionFormat(),
      messages: trlLanguageModellingFormat(),
    });
    const folders = ['completions', 'messages'].map((name) => join(dataset.directory, name));
    const { runs, warnings } = await runPython<Result>('train_sft.py', { folders });
    const [completions, messages] = runs;

    expect(completions?.trained).toEqual(
      texts.map((text) => [completionTurn(text.replace(/^\n+/, ''))]),
    );
    expect(messages?.trained).toEqual(
      texts.map((text) => [answerTurn(text.startsWith('\n') ? `\n${text}` : text)]),
    );
    expect(warnings).toEqual([expect.stringContaining('Mismatch between tokenized prompt')]);
  }, 300_000);
});
