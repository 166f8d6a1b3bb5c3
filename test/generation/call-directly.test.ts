import { createOpenAI } from '@ai-sdk/openai';
import { registerTelemetryIntegration } from 'ai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ChatMessage, predict } from '../../src/index.js';
import { taxTask } from '../support/fixtures.js';
import { startOpenAIServer } from '../support/openai-server.js';

const task = taxTask('output');
const right = 'It is {"output": {"gross": 107, "rate": 7}}';
const messages: readonly ChatMessage[] = [
  { role: 'system', content: 'Be brief.' },
  { role: 'system', content: 'Be right.' },
  { role: 'user', content: 'What is it?' },
  { role: 'assistant', content: 'Nothing.' },
  { role: 'user', content: 'Try again.' },
];
const sampling = {
  temperature: 0.5,
  topP: 0.9,
  presencePenalty: 0.1,
  frequencyPenalty: 0.2,
  maxOutputTokens: 400,
  stopSequences: ['END'],
  seed: 3,
};

const shown: unknown[] = [];

beforeEach(() => {
  shown.length = 0;
  const show = ({ warnings }: { readonly warnings: readonly unknown[] }) => shown.push(...warnings);
  Object.assign(globalThis, { AI_SDK_LOG_WARNINGS: show });
});

afterEach(() => {
  const none = { AI_SDK_LOG_WARNINGS: undefined, AI_SDK_TELEMETRY_INTEGRATIONS: undefined };
  Object.assign(globalThis, none);
});

describe.each(['chat', 'responses'] as const)('calls of a model after the first (%s)', (api) => {
  it('send the same request and read the same reply', async () => {
    await using server = await startOpenAIServer(() => ({ text: right, reasoning: 'adding up' }));
    const model = createOpenAI({ apiKey: 'test', baseURL: server.baseURL })[api]('tiny');
    const options = { model, messages, ...sampling, providerOptions: { openai: { user: 'me' } } };

    const first = await predict(task, options);
    const second = await predict(task, options);

    expect(second).toEqual(first);
    expect(server.requests).toHaveLength(2);
    expect(server.requests[1]).toEqual(server.requests[0]);
  });
});

it('leaves the first call to generateText, so that warnings of the provider are seen', async () => {
  await using server = await startOpenAIServer(() => ({ text: right }));
  const model = createOpenAI({ apiKey: 'test', baseURL: server.baseURL }).responses('tiny');

  await predict(task, { model, seed: 3 });
  expect(shown).toMatchObject([{ feature: 'seed' }]);
  await predict(task, { model, seed: 3 });
  expect(shown).toHaveLength(1);
});

it('leaves every call to generateText while telemetry listens', async () => {
  await using server = await startOpenAIServer(() => ({ text: right }));
  const model = createOpenAI({ apiKey: 'test', baseURL: server.baseURL }).chat('tiny');
  let finished = 0;
  registerTelemetryIntegration({
    onFinish: () => {
      finished++;
    },
  });
  await predict(task, { model });
  await predict(task, { model });
  expect(finished).toBe(2);
});

it('retries a call that the provider refuses, and reads the reply that follows', async () => {
  await using server = await startOpenAIServer((_, number) =>
    number === 2 ? { status: 500 } : { text: right },
  );
  const model = createOpenAI({ apiKey: 'test', baseURL: server.baseURL }).chat('tiny');
  await predict(task, { model });
  const second = await predict(task, { model, random: () => 0 });
  expect(second.text).toBe(right);
  expect(server.requests).toHaveLength(3);
});
