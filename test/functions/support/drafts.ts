import { createOpenAI } from '@ai-sdk/openai';
import type { LanguageModel } from 'ai';
import type { RawCode } from '../../../src/index.js';
import {
  type ServedMessage,
  type ServedReply,
  startOpenAIServer,
} from '../../support/openai-server.js';

export const raw: RawCode = {
  name: 'loads.py',
  text: 'cars = [3, 4, 11]\nload = 12\nwhile cars and cars[0] <= load:\n    load -= cars.pop(0)\nprint(len(cars))\n',
  source: { origin: 'somebody/loads', license: 'MIT' },
};

export const good = {
  code: 'export function board(cars, load) {\n  let left = load;\n  let boarded = 0;\n  for (const weight of cars) {\n    if (weight > left) break;\n    left -= weight;\n    boarded++;\n  }\n  return { boarded, left };\n}',
  entrypoint: 'board',
  parameters: ['cars', 'load'],
  inputGenerator:
    'export function generateInput() {\n  const cars = Array.from({ length: 4 }, () => 1 + Math.floor(Math.random() * 9));\n  return { cars, load: 5 + Math.floor(Math.random() * 20) };\n}',
  ioDescription: '`cars` (array of integers), `load` (integer). Result: `boarded` and `left`.',
  inputSchema: {
    type: 'object',
    properties: {
      cars: { type: 'array', items: { type: 'integer', minimum: 1 } },
      load: { type: 'integer', minimum: 0 },
    },
    required: ['cars', 'load'],
    additionalProperties: false,
  },
  query: 'A ferry takes `cars` as they queue, up to `load` tonnes. How many board, what is left?',
};
export type Draft = typeof good;

export function structured(draft: Draft): string {
  const inputSchema = JSON.stringify(draft.inputSchema);
  return JSON.stringify({ notSuitable: '', ...draft, inputSchema });
}

export function inSections(draft: Draft): string {
  return [
    `## Code\n\`\`\`js\n${draft.code}\n\`\`\``,
    `## Entry point\n${draft.entrypoint}(${draft.parameters.join(', ')})`,
    `## Input generator\n\`\`\`js\n${draft.inputGenerator}\n\`\`\``,
    `## Input and output\n${draft.ioDescription}`,
    `## Input schema\n\`\`\`json\n${JSON.stringify(draft.inputSchema)}\n\`\`\``,
    `## Question\n${draft.query}`,
  ].join('\n');
}

/** A server that gives one reply after the other, and a client for it. */
export async function serve(
  ...replies: readonly (ServedReply | ((body: object) => ServedReply))[]
) {
  const server = await startOpenAIServer((_, number) => {
    const reply = replies[Math.min(number, replies.length) - 1] as (typeof replies)[number];
    return typeof reply === 'function' ? reply(server.requests[number - 1] ?? {}) : reply;
  });
  const openai = createOpenAI({ baseURL: server.baseURL, apiKey: 'unused' });
  const model: LanguageModel = openai.chat('test-model');
  return { server, model, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

export function contentOf({ content }: ServedMessage): string {
  return typeof content === 'string' ? content : content.map(({ text }) => text).join('');
}

export const broken = {
  ...good,
  code: good.code.replace('let boarded = 0', 'let boarded = Math.random()'),
};
