import { createOpenAI } from '@ai-sdk/openai';
import { createTasks, type Task } from '../../../src/index.js';
import { addTax } from '../../support/fixtures.js';
import type { OpenAIServer, ServedMessage, ServedReply } from '../../support/openai-server.js';

/** Distinct tasks about `addTax`: predict the output of a sum. */
export function taxTasks(count: number): Task[] {
  const pairs = Array.from({ length: count }, (_, net) => ({
    input: { net, rate: 7 },
    output: { gross: net + 7, rate: 7 },
  }));
  return createTasks(addTax, pairs, { directions: ['output'] });
}

/** What is asked: the `net` of the task, and which turn it is. */
export function readQuestion(messages: readonly ServedMessage[]): { net: number; turn: number } {
  const prompt = textOf(messages.find(({ role }) => role === 'user'));
  const [, net] = /"net": (\d+)/.exec(prompt) ?? [];
  const turn = messages.filter(({ role }) => role === 'assistant').length + 1;
  return { net: Number(net), turn };
}

/** The reply to a task: wrong on the first turn for every third, right otherwise. */
export function taxReply({ net, turn }: { net: number; turn: number }): ServedReply {
  const isWrong = turn === 1 && net % 3 === 0;
  return { text: `{"output": {"gross": ${net + (isWrong ? 1 : 7)}, "rate": 7}}` };
}

/** The real client of a server, with its chat API. */
export function chatModel(
  { baseURL }: OpenAIServer,
  modelId = 'test-model',
): ReturnType<ReturnType<typeof createOpenAI>['chat']> {
  return createOpenAI({ apiKey: 'unused', baseURL }).chat(modelId);
}

function textOf(message: ServedMessage | undefined): string {
  const content = message?.content ?? '';
  return typeof content === 'string' ? content : content.map(({ text }) => text ?? '').join('');
}
