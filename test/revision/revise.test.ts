import { createOpenAI } from '@ai-sdk/openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createInProcessSandbox,
  defaultRetryRequest,
  type PredictionError,
  type ReviseOptions,
  RevisionError,
  revise,
  type Sandbox,
  stopOnRepetition,
} from '../../src/index.js';
import { createSimulatedModel, createStubSandbox } from '../../src/testing/index.js';
import { taxTask } from '../support/fixtures.js';
import { type ServedReply, startOpenAIServer } from '../support/openai-server.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createInProcessSandbox();
});
afterAll(() => sandbox[Symbol.asyncDispose]());

const right = { text: 'So {"output": {"gross": 107, "rate": 7}}' };
const wrong = { text: 'So {"output": {"gross": 108, "rate": 7}}' };

async function converse(replies: readonly ServedReply[], options: Partial<ReviseOptions> = {}) {
  await using server = await startOpenAIServer(
    (_, number) => replies[number - 1] ?? { status: 400 },
  );
  const model = createOpenAI({ apiKey: 'test', baseURL: server.baseURL }).chat('tiny');
  const result = await revise(taxTask('output'), {
    model,
    sandbox,
    random: () => 0,
    ...options,
  }).catch((error: unknown) => error);
  return { result, requests: server.requests };
}

describe('a conversation over HTTP', () => {
  it('ends after a right answer', async () => {
    const { result, requests } = await converse([right]);
    expect(result).toMatchObject({
      outcome: 'correct',
      turns: [{ verdict: { status: 'correct' } }],
    });
    expect(requests).toHaveLength(1);
  });

  it('shows the model its wrong answer, the feedback and the request to try again', async () => {
    const { result, requests } = await converse([wrong, right]);
    expect(result).toMatchObject({
      outcome: 'revised',
      turns: [
        {
          prediction: wrong,
          verdict: { status: 'mismatch' },
          feedback: expect.stringMatching(/^Wrong output/),
        },
        {
          prediction: right,
          verdict: { status: 'correct' },
          feedback: expect.stringMatching(/^Correct/),
        },
      ],
    });
    const [prompt, reply, feedback] = requests[1]?.messages ?? [];
    expect(requests[0]?.messages).toEqual([prompt]);
    expect(reply).toEqual({ role: 'assistant', content: wrong.text });
    expect(feedback?.content).toMatch(/^Wrong output\. .*\n\n/);
    expect(feedback?.content).toContain(defaultRetryRequest);
  });

  it('gives up after maxTurns, and says that an answer was repeated', async () => {
    const { result } = await converse([wrong, wrong, wrong], { maxTurns: 3 });
    expect(result).toMatchObject({
      outcome: 'unsolved',
      turns: [{}, { feedback: expect.stringContaining('the same answer as in attempt 1') }, {}],
    });
  });

  it('stops when it is told to', async () => {
    const { result } = await converse([wrong, wrong, right], {
      maxTurns: 5,
      stopWhen: stopOnRepetition(),
    });
    expect(result).toMatchObject({ outcome: 'unsolved', turns: [{}, {}] });
  });

  it('takes the words of the user', async () => {
    const { result, requests } = await converse([wrong, right], {
      feedback: (_, verdict) => `status ${verdict.status}`,
      retryRequest: 'Again!',
      template: () => [{ role: 'user', content: 'my prompt' }],
    });
    expect(requests[1]?.messages.map(({ content }) => content)).toEqual([
      'my prompt',
      wrong.text,
      'status mismatch\n\nAgain!',
    ]);
    expect(result).toMatchObject({
      retryRequest: 'Again!',
      turns: [{ feedback: 'status mismatch' }, {}],
    });
  });
});

describe("trouble that is not the model's", () => {
  it.each<[string, ServedReply, string]>([
    ['a cut-off reply', { text: 'So {"outp', finishReason: 'length' }, 'finish-reason'],
    ['an empty reply', { text: '' }, 'empty-response'],
    ['a refusal of the provider', { status: 403 }, 'provider'],
    ['a hang', 'hang', 'timeout'],
  ])(
    '%s on turn 2 is no turn and no feedback; turn 1 is kept and can be gone on from',
    async (_, failure, reason) => {
      const { result } = await converse([wrong, failure], { timeoutMs: 200, maxAttempts: 1 });
      expect(result).toBeInstanceOf(RevisionError);
      const error = result as RevisionError;
      expect((error.cause as PredictionError).reason).toBe(reason);
      expect(error.turns).toMatchObject([{ prediction: wrong }]);

      const { result: continued, requests } = await converse([right], { turns: error.turns });
      expect(continued).toMatchObject({
        outcome: 'revised',
        turns: [{ prediction: wrong }, { prediction: right }],
      });
      expect(requests).toHaveLength(1);
    },
  );

  it('a sandbox that loses every call ends the conversation without feedback', async () => {
    const lossy = createStubSandbox(() => ({ status: 'lost' }));
    const { result, requests } = await converse([wrong, right], { sandbox: lossy });
    expect(result).toMatchObject({
      outcome: 'unverifiable',
      turns: [{ verdict: { status: 'unverifiable' } }],
    });
    expect((result as { turns: object[] }).turns[0]).not.toHaveProperty('feedback');
    expect(requests).toHaveLength(1);
  });

  it('an abort rejects with its reason', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('enough')), 50);
    expect((await converse(['hang'], { signal: controller.signal })).result).toEqual(
      new Error('enough'),
    );
  });
});

describe('the simulated model', () => {
  it('stands in for a provider', async () => {
    const model = createSimulatedModel({
      respond: (messages) =>
        messages.length === 1 ? wrong.text : { ...right, reasoning: 'second thoughts' },
    });
    expect(await revise(taxTask('output'), { model, sandbox })).toMatchObject({
      outcome: 'revised',
      turns: [{}, { prediction: { reasoning: 'second thoughts', modelId: 'simulated' } }],
    });
  });
});
