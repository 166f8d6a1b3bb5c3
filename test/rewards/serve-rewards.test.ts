import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createSandbox,
  defineFunction,
  type Outcome,
  type Sandbox,
  SandboxClosedError,
} from '../../src/index.js';
import { toRewardSpec } from '../../src/rewards/reward-spec.js';
import { type RewardServer, serveRewards } from '../../src/rewards/serve-rewards.js';
import { createStubSandbox } from '../../src/testing/index.js';
import { addTax, taxTask } from '../support/fixtures.js';
import { ask, post } from './support/ask-server.js';

const sandbox = createSandbox({ workers: 1 });
const output = toRewardSpec(taxTask('output'));
const input = toRewardSpec(taxTask('input'));
const right = { ground_truth: output, response: 'So {"output": {"gross": 107, "rate": 7}}' };
const wrong = { ground_truth: input, response: 'So {"input": {"net": 1, "rate": 7}}' };

let server: RewardServer;
beforeAll(async () => {
  server = await serveRewards({ sandbox });
});
afterAll(async () => {
  await server.close();
  await sandbox[Symbol.asyncDispose]();
});

describe('a reward server', () => {
  it('scores one reply', async () => {
    const { status, headers, body } = await post(`${server.url}/score`, right);
    expect({ status, body }).toEqual({ status: 200, body: { score: 1, status: 'correct' } });
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('tells the feedback when it is asked to', async () => {
    const { body } = await post(`${server.url}/score`, { ...wrong, feedback: true });
    expect(body).toMatchObject({ score: 0, status: 'mismatch' });
    expect(body.feedback).toMatch(/the code returns {"gross": 8, "rate": 7}/);
  });

  it('scores many replies, in their order, and lets one that fails leave its neighbours alone', async () => {
    const items = [wrong, right, { ...right, ground_truth: '42' }, null, { response: 'x' }, right];
    const { status, body } = await post(`${server.url}/scores`, { items });
    expect(status).toBe(200);
    const scores = body.results.map(({ score }) => score);
    expect(scores).toEqual([0, 1, null, null, null, 1]);
    expect(body.results[2]).toEqual({
      score: null,
      status: 'error',
      error: {
        message:
          'items[2].ground_truth is not valid: this is no reward spec: it is not a JSON object',
        field: 'items[2].ground_truth',
      },
    });
    expect(body.results[3]?.error.field).toBe('items[3]');
    expect(body.results[4]?.error.field).toBe('items[4].ground_truth');
  });

  it('scores large batches, many at a time, without a warning of Node.js', async () => {
    const warnings: Error[] = [];
    const listen = (warning: Error): void => {
      warnings.push(warning);
    };
    process.on('warning', listen);
    const items = Array.from({ length: 300 }, (_, index) => (index % 3 === 0 ? right : wrong));
    const expected = items.map((item) => (item === right ? 1 : 0));
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => post(`${server.url}/scores`, { items })),
    );
    for (const { body } of answers) {
      expect(body.results.map(({ score }) => score)).toEqual(expected);
    }
    process.off('warning', listen);
    expect(warnings).toEqual([]);
  });

  it('scores an empty batch', async () => {
    const { body } = await post(`${server.url}/scores`, { items: [] });
    expect(body).toEqual({ results: [] });
  });

  it('says that it is there', async () => {
    const { status, body } = await ask(`${server.url}/health`);
    expect({ status, body }).toEqual({
      status: 200,
      body: { status: 'ok', languages: ['javascript', 'typescript'] },
    });
  });

  it('has no score for what could not be verified', async () => {
    const lost = createStubSandbox(() => ({ status: 'lost' }));
    await using other = await serveRewards({ sandbox: lost });
    const { status, body } = await post(`${other.url}/score`, wrong);
    expect(status).toBe(200);
    expect(body).toMatchObject({ score: null, status: 'unverifiable' });
  });

  it('takes the settings of verification and scoring', async () => {
    await using other = await serveRewards({
      sandbox,
      scores: { mismatch: -1 },
      readAnswer: () => ({ status: 'found', value: 5 }),
      formatFeedback: () => 'No.',
    });
    const { body } = await post(`${other.url}/score`, { ...right, feedback: true });
    expect(body).toEqual({ score: -1, status: 'mismatch', feedback: 'No.' });
  });

  it('calls what is not scored in time unverifiable, and keeps what is', async () => {
    const slow = createStubSandbox((_, { net }) =>
      net === 100
        ? { status: 'returned', value: { gross: 107, rate: 7 }, steps: 0, logs: [] }
        : new Promise<Outcome>(() => {}),
    );
    await using other = await serveRewards({ sandbox: slow, scoreTimeoutMs: 100 });
    const { body } = await post(`${other.url}/scores`, { items: [right, wrong, right] });
    expect(body.results.map(({ status }) => status)).toEqual([
      'correct',
      'unverifiable',
      'correct',
    ]);
    expect(body.results[1]?.detail).toBe('it was not scored within 100 ms');
  });

  it('refuses a language that the sandbox does not run, where it has to run', async () => {
    const fn = defineFunction({
      ...addTax,
      id: undefined,
      language: 'python',
      code: 'def addTax(): pass',
    });
    const ground_truth = toRewardSpec(taxTask('input', fn));
    const { status, body } = await post(`${server.url}/score`, { ...wrong, ground_truth });
    expect(status).toBe(400);
    expect(body.error.message).toMatch(/the sandbox does not run python/);
    const outputSpec = toRewardSpec(taxTask('output', fn));
    const scored = await post(`${server.url}/score`, { ...right, ground_truth: outputSpec });
    expect(scored.body).toEqual({ score: 1, status: 'correct' });
  });

  it('calls trouble of its own by its name, not a wrong reply', async () => {
    const broken = createStubSandbox(() => {
      throw new Error('out of luck');
    });
    const closed = createStubSandbox(() => {
      throw new SandboxClosedError();
    });
    await using first = await serveRewards({ sandbox: broken });
    await using second = await serveRewards({ sandbox: closed });
    const failed = await post(`${first.url}/score`, wrong);
    expect(failed.status).toBe(500);
    expect(failed.body).toEqual({ error: { message: 'scoring failed: out of luck' } });
    expect((await post(`${second.url}/score`, wrong)).status).toBe(503);
    const batch = await post(`${first.url}/scores`, { items: [wrong, right] });
    expect(batch.body.results).toMatchObject([{ status: 'error' }, { score: 1 }]);
  });

  it('refuses misuse, naming the option', async () => {
    const serve = (options: object) => serveRewards({ sandbox, ...options });
    await expect(serve({ port: -1 })).rejects.toThrow('port must be an integer from 0 to 65535');
    await expect(serve({ maxBatchSize: 0 })).rejects.toThrow('maxBatchSize');
    await expect(serve({ sandbox: undefined })).rejects.toThrow('sandbox must be a sandbox');
    await expect(serve({ scores: { unverifiable: 0 } })).rejects.toThrow('scores');
    await expect(serve({ signal: AbortSignal.abort(new Error('no')) })).rejects.toThrow('no');
    const { port } = new URL(server.url);
    await expect(serve({ port: Number(port) })).rejects.toThrow('EADDRINUSE');
  });
});

describe('a closing reward server', () => {
  it('finishes what is being scored, and takes nothing more', async () => {
    let goOn = (): void => {};
    let begun = (): void => {};
    const hasBegun = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const waiting = createStubSandbox(async () => {
      begun();
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
      return { status: 'returned', value: 0, steps: 0, logs: [] };
    });
    const other = await serveRewards({ sandbox: waiting, checkTruth: false });
    const answer = post(`${other.url}/score`, wrong);
    await hasBegun;
    const closed = other.close();
    expect(other.close()).toBe(closed);
    await expect(ask(`${other.url}/health`)).rejects.toThrow('ECONNREFUSED');
    goOn();
    expect((await answer).body).toMatchObject({ score: 0, status: 'mismatch' });
    await closed;
  });

  it('closes when its signal comes', async () => {
    const controller = new AbortController();
    const other = await serveRewards({ sandbox, signal: controller.signal });
    expect((await ask(`${other.url}/health`)).status).toBe(200);
    controller.abort();
    await other.close();
    await expect(ask(`${other.url}/health`)).rejects.toThrow('ECONNREFUSED');
  });

  it('gives up the work of a client that leaves', async () => {
    const client = new AbortController();
    let giveUp = (): void => {};
    const isGivenUp = new Promise<void>((resolve) => {
      giveUp = resolve;
    });
    const waiting: Sandbox = {
      ...createStubSandbox(() => ({ status: 'lost' })),
      run(_, __, options) {
        options?.signal?.addEventListener('abort', giveUp);
        client.abort();
        return new Promise<Outcome>(() => {});
      },
    };
    await using other = await serveRewards({ sandbox: waiting });
    const asked = fetch(`${other.url}/score`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(wrong),
      signal: client.signal,
    });
    await expect(asked).rejects.toThrow('aborted');
    await isGivenUp;
  });
});
