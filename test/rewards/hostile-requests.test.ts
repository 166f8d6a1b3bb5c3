import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox, defineFunction, type Outcome, type Sandbox } from '../../src/index.js';
import { toRewardSpec } from '../../src/rewards/reward-spec.js';
import { type RewardServer, serveRewards } from '../../src/rewards/serve-rewards.js';
import { createStubSandbox } from '../../src/testing/index.js';
import { addTax, taxTask } from '../support/fixtures.js';
import { ask, post, writeRaw } from './support/ask-server.js';

const pool = createSandbox({ workers: 1, maxSteps: 200 });
/** Loses the calls with this input, as a sandbox does whose built-ins hang. */
const sandbox: Sandbox = {
  ...pool,
  run: async (program, input, options) =>
    input.net === 2 ? { status: 'lost' } : pool.run(program, input, options),
};
const spec = toRewardSpec(taxTask('output'));
const right = { ground_truth: spec, response: '{"output": {"gross": 107, "rate": 7}}' };

let server: RewardServer;
beforeAll(async () => {
  server = await serveRewards({
    sandbox,
    maxBodyBytes: 100_000,
    maxBatchSize: 3,
    maxConcurrentRequests: 1,
  });
});
afterAll(async () => {
  await server.close();
  await pool[Symbol.asyncDispose]();
});

async function expectHealthy(): Promise<void> {
  expect((await post(`${server.url}/score`, right)).body).toEqual({ score: 1, status: 'correct' });
}

describe('a reward server refuses', () => {
  it.each<[string, string, string | undefined]>([
    ['nothing', '', undefined],
    ['half a body', '{"ground_truth": "', undefined],
    ['an array', '[]', 'body'],
    ['null', 'null', 'body'],
    ['a number beyond all numbers', '1e400', 'ground_truth'],
    ['a missing field', '{"ground_truth": "x"}', 'response'],
    ['a field of the wrong type', '{"ground_truth": {}, "response": "x"}', 'ground_truth'],
    ['a wrong flag', '{"ground_truth": "x", "response": "x", "feedback": 1}', 'feedback'],
    ['an unknown field', '{"ground_truth": "x", "response": "x", "answer": 1}', 'answer'],
    ['a spec that is none', '{"ground_truth": "x", "response": "x"}', 'ground_truth'],
    [
      'fields of a prototype',
      '{"__proto__": {"ground_truth": "x", "response": "x"}}',
      'ground_truth',
    ],
    ['a deep body', `${'['.repeat(40_000)}${']'.repeat(40_000)}`, undefined],
    ['a deep object', `${'{"a":'.repeat(15_000)}1${'}'.repeat(15_000)}`, undefined],
  ])('%s', async (_, body, field) => {
    const answer = await ask(`${server.url}/score`, { body });
    expect(answer.status).toBe(400);
    expect(answer.body.error.field).toBe(field);
    if (field === undefined) expect(answer.body.error.message).toMatch(/^the body is not JSON/);
    await expectHealthy();
  });

  it('text that is not UTF-8', async () => {
    const body = Buffer.from([0x22, 0xff, 0xfe, 0x22]);
    expect((await ask(`${server.url}/score`, { body })).status).toBe(400);
  });

  it('a deep spec, and one with a schema that is none', async () => {
    const deep = `${'['.repeat(2000)}${']'.repeat(2000)}`;
    const answer = await post(`${server.url}/score`, { ...right, ground_truth: deep });
    expect(answer.body.error.message).toMatch(/nested deeper than 1000 levels/);
    const task = taxTask('input');
    const inputSchema = { type: 'nonsense' };
    const ground_truth = toRewardSpec({ ...task, function: { ...addTax, inputSchema } });
    const { status, body } = await post(`${server.url}/score`, { ...right, ground_truth });
    expect(status).toBe(400);
    expect(body.error.message).toMatch(/function\.inputSchema/);
  });

  it.each(['{}', '[]', '{"items": 1}', '{"__proto__": {"items": []}}'])(
    'the batch %s',
    async (body) => {
      const answer = await ask(`${server.url}/scores`, { body });
      expect(answer.status).toBe(400);
      expect(answer.body.error.field).toBe('items');
    },
  );

  it('a batch of too many', async () => {
    const answer = await post(`${server.url}/scores`, { items: [1, 2, 3, 4] });
    expect(answer.status).toBe(413);
    expect(answer.body.error.message).toMatch(/holds 4 replies, at most 3/);
  });

  it('a long body, announced or not, and lets the client read so', async () => {
    const body = JSON.stringify({ ...right, response: 'x'.repeat(150_000) });
    const announced = await ask(`${server.url}/score`, { body });
    expect(announced.status).toBe(413);
    expect(announced.body.error.message).toBe('the body is longer than 100000 bytes');
    const headers = { 'transfer-encoding': 'chunked' };
    expect((await ask(`${server.url}/score`, { body, headers })).status).toBe(413);
    await expectHealthy();
  });

  it('to listen to a body without end', async () => {
    const body = Buffer.alloc(20_000_000, 'x');
    const answer = await ask(`${server.url}/score`, { body }).catch((error: Error) => error);
    if ('status' in answer) expect(answer.status).toBe(413);
    else expect(answer.message).toMatch(/EPIPE|ECONNRESET|socket hang up/);
    await expectHealthy();
  });

  it.each([
    ['GET', '/score', 405, 'POST'],
    ['PUT', '/scores', 405, 'POST'],
    ['OPTIONS', '/score', 405, 'POST'],
    ['DELETE', '/health', 405, 'GET'],
    ['POST', '/', 404, undefined],
    ['GET', '/../../etc/passwd', 404, undefined],
    ['GET', '/__proto__', 404, undefined],
  ])('%s %s', async (method, path, status, allow) => {
    const answer = await ask(server.url + path, { method });
    expect(answer.status).toBe(status);
    expect(answer.headers.allow).toBe(allow);
  });

  it('bodies that are not sent as JSON', async () => {
    const body = JSON.stringify(right);
    for (const headers of [
      { 'content-type': 'text/plain' },
      { 'content-type': 'application/x-www-form-urlencoded' },
      { 'content-encoding': 'gzip' },
    ]) {
      expect((await ask(`${server.url}/score`, { body, headers })).status).toBe(415);
    }
  });

  it('web pages', async () => {
    const body = JSON.stringify(right);
    for (const origin of ['https://evil.example', 'null', server.url]) {
      const answer = await ask(`${server.url}/score`, { body, headers: { origin } });
      expect(answer.status).toBe(403);
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  it.each([
    'evil.example',
    'evil.example:80',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '[',
    'localhost:x',
  ])('the host name "%s"', async (host) => {
    expect((await ask(`${server.url}/health`, { headers: { host } })).status).toBe(403);
  });

  it('a request without a host name', async () => {
    const answer = await writeRaw(server.url, 'GET /health HTTP/1.0\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
  });
});

describe('a reward server', () => {
  it.each(['localhost', 'LOCALHOST:1234', '127.0.0.1', '[::1]:80', '192.168.1.7'])(
    'answers to the host %s',
    async (host) => {
      expect((await ask(`${server.url}/health`, { headers: { host } })).status).toBe(200);
    },
  );

  it('answers to further names that it was given', async () => {
    await using named = await serveRewards({ sandbox, allowedHosts: ['Rewards.internal'] });
    const headers = { host: 'rewards.internal:80' };
    expect((await ask(`${named.url}/health`, { headers })).status).toBe(200);
  });

  it('hangs up on a client that never finishes its request', async () => {
    const started = 'POST /score HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
    await using impatient = await serveRewards({ sandbox, receiveTimeoutMs: 300 });
    const answers = await Promise.all([
      writeRaw(impatient.url, started),
      writeRaw(impatient.url, `${started}Content-Length: 100\r\n\r\n{"gro`),
    ]);
    for (const answer of answers) expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('is not held open by such a client', async () => {
    const other = await serveRewards({ sandbox });
    const started = 'POST /score HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
    const answer = writeRaw(other.url, `${started}Content-Length: 100\r\n\r\n{"gro`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await other.close();
    expect(await answer).toMatch(/^HTTP\/1\.1 503 .*the server is closing/s);
  });

  it('sends clients away when there are too many, and tells when to come again', async () => {
    let goOn = (): void => {};
    let begun = (): void => {};
    const hasBegun = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const waiting = createStubSandbox(() => {
      begun();
      return new Promise<Outcome>((resolve) => {
        goOn = () => resolve({ status: 'step-limit' });
      });
    });
    await using busy = await serveRewards({
      sandbox: waiting,
      maxConcurrentRequests: 1,
      checkTruth: false,
    });
    const item = {
      ...right,
      ground_truth: toRewardSpec(taxTask('input')),
      response: '{"input": {"net": 1, "rate": 1}}',
    };
    const first = post(`${busy.url}/score`, item);
    await hasBegun;
    const { status, headers } = await post(`${busy.url}/score`, item);
    expect({ status, retryAfter: headers['retry-after'] }).toEqual({
      status: 503,
      retryAfter: '1',
    });
    expect((await ask(`${busy.url}/health`)).status).toBe(200);
    goOn();
    expect((await first).body).toMatchObject({ score: 0, status: 'step-limit' });
    const again = post(`${busy.url}/score`, item);
    await new Promise((resolve) => setTimeout(resolve, 50));
    goOn();
    expect((await again).status).toBe(200);
  });

  it('marks code that loops for ever as what it is, beside its neighbours', async () => {
    const code = `export function addTax(net) {
      if (net === 1) for (;;);
      return 3;
    }`;
    const fn = defineFunction({ ...addTax, id: undefined, code });
    const task = { ...taxTask('input', fn), pair: { input: { net: 3, rate: 0 }, output: 3 } };
    const items = [1, 2, 3].map((net) => ({
      ground_truth: toRewardSpec(task),
      response: JSON.stringify({ input: { net, rate: 0 } }),
    }));
    const { body } = await post(`${server.url}/scores`, { items });
    expect(body.results).toMatchObject([
      { score: 0, status: 'step-limit' },
      { score: null, status: 'unverifiable' },
      { score: 1, status: 'correct' },
    ]);
  });

  it('keeps a reply from touching the server, whatever keys it names', async () => {
    const ground_truth = toRewardSpec(taxTask('input'));
    const responses = [
      '{"input": {"__proto__": {"polluted": 1}, "net": 100, "rate": 7}}',
      '{"input": {"constructor": {"prototype": {"polluted": 1}}, "net": 100, "rate": 7}}',
    ];
    for (const response of responses) {
      const { body } = await post(`${server.url}/score`, { ground_truth, response });
      expect(body).toMatchObject({ score: 0, status: 'invalid-input' });
    }
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});
