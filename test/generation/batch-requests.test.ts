import { describe, expect, it } from 'vitest';
import {
  type BatchRequestOptions,
  toBatchRequests,
} from '../../src/generation/to-batch-requests.js';
import { buildPrompt } from '../../src/index.js';
import { collect } from '../support/collect.js';
import { taxTask } from '../support/fixtures.js';

const task = taxTask('output');
const second = {
  taskId: task.id,
  sample: 1,
  turn: 2,
  messages: [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Once more.' },
  ],
} as const;
const make = (options: Partial<BatchRequestOptions> = {}, requests = [second] as const) =>
  collect(toBatchRequests(requests, { modelId: 'tiny', ...options }));

describe('the lines of a batch file', () => {
  it('carry the planned messages and the settings under the names of the chat API', async () => {
    const settings = {
      temperature: 0.5,
      topP: 0.9,
      topK: 20,
      presencePenalty: 0.1,
      frequencyPenalty: 0.2,
      maxOutputTokens: 99,
      stopSequences: ['END'],
      seed: 7,
    };
    expect(await make(settings)).toEqual([
      {
        custom_id: `${task.id}-s1-t2`,
        method: 'POST',
        url: '/v1/chat/completions',
        body: {
          model: 'tiny',
          messages: second.messages,
          temperature: 0.5,
          top_p: 0.9,
          top_k: 20,
          presence_penalty: 0.1,
          frequency_penalty: 0.2,
          max_completion_tokens: 99,
          stop: ['END'],
          seed: 8,
        },
      },
    ]);
  });

  it('leave out what is not set, and name the limit of tokens as an old server wants it', async () => {
    const [line] = await make({ maxOutputTokens: 99, maxTokensField: 'max_tokens' });
    expect(line?.body).toEqual({ model: 'tiny', messages: second.messages, max_tokens: 99 });
  });

  it('can be for the Responses API', async () => {
    const [line] = await make({ url: '/v1/responses', maxOutputTokens: 99, temperature: 0 });
    expect(line).toMatchObject({ url: '/v1/responses' });
    expect(line?.body).toEqual({
      model: 'tiny',
      input: second.messages,
      temperature: 0,
      max_output_tokens: 99,
    });
  });

  it('hold more fields where they are wanted', async () => {
    const [line] = await make({ extraBody: { reasoning_effort: 'low', model: 'tiny-lora' } });
    expect(line?.body).toMatchObject({ reasoning_effort: 'low', model: 'tiny-lora' });
  });

  it('ask for every sample of a task with a seed of its own', async () => {
    const options = { modelId: 'tiny', samples: 3, seed: 40 };
    async function* tasks() {
      yield task;
      yield taxTask('input');
    }
    const lines = await collect(toBatchRequests(tasks(), options));
    expect(lines.map(({ body }) => body.seed)).toEqual([40, 41, 42, 40, 41, 42]);
    expect(lines.map((line) => line.custom_id).slice(0, 3)).toEqual([
      `${task.id}-s0-t1`,
      `${task.id}-s1-t1`,
      `${task.id}-s2-t1`,
    ]);
    expect(lines[2]?.body.messages).toEqual(buildPrompt(task));
  });

  it('are made one by one, as they are asked for', async () => {
    let made = 0;
    function* endless() {
      for (;;) yield { ...second, sample: made++ };
    }
    for await (const line of toBatchRequests(endless(), { modelId: 'tiny' })) {
      if (line.custom_id.includes('-s9-')) break;
    }
    expect(made).toBe(10);
  });
});

describe('misuse of toBatchRequests', () => {
  it.each<[string, Partial<BatchRequestOptions>]>([
    ['modelId must be the name of a model, got ""', { modelId: '' }],
    ['samples must be an integer of at least 1, got 0', { samples: 0 }],
    ['url must be', { url: '/v1/embeddings' as never }],
    ['maxTokensField must be', { maxTokensField: 'max_new_tokens' as never }],
    [
      'seed must be left out: /v1/responses does not have it, got 7',
      { url: '/v1/responses', seed: 7 },
    ],
  ])('throws at once: %s', (message, options) => {
    expect(() => toBatchRequests([], { modelId: 'tiny', ...options })).toThrow(message);
    expect(() => toBatchRequests([], { modelId: 'tiny', ...options })).toThrow(TypeError);
  });

  it('throws when a custom id comes twice', async () => {
    const twice = collect(toBatchRequests([task, second, task], { modelId: 'tiny' }));
    await expect(twice).rejects.toThrow(`two requests have the custom id ${task.id}-s0-t1`);
  });
});
