import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createSandbox,
  defaultRetryRequest,
  defineFunction,
  type Sandbox,
} from '../../../src/index.js';
import { toRewardSpec } from '../../../src/rewards/reward-spec.js';
import { type RewardServer, serveRewards } from '../../../src/rewards/serve-rewards.js';
import { addTax, taxTask } from '../../support/fixtures.js';
import { isSlowRun } from '../../support/slow-run.js';
import { hasPython, makePythonFolder, type PythonFolder } from './python.js';

const isTried = isSlowRun && hasPython();
if (isSlowRun && !isTried) {
  console.log('Skipping compute_score.py: there is no python3 of version 3.9 or newer.');
}

const code = 'export function addTax(net) {\n  if (net === 1) for (;;);\n  return net + 7;\n}';
const hostile = defineFunction({ ...addTax, id: undefined, code });
const pair = { input: { net: 100, rate: 7 }, output: 107 };

/** The names that the scripts use. */
const names = `
OUTPUT = json.loads(r'''${JSON.stringify(toRewardSpec(taxTask('output')))}''')
INPUT = json.loads(r'''${JSON.stringify(toRewardSpec({ ...taxTask('input', hostile), pair }))}''')
RIGHT = '{"output": {"gross": 107, "rate": 7}}'
WRONG = '{"output": 1}'
LOST = '{"input": {"net": 2, "rate": 0}}'
FOUND = '{"input": {"net": 100, "rate": 0}}'
`;

/** Serves these answers in turn, the last one for ever, and counts the requests. */
async function serveAnswers(...answers: readonly (readonly [status: number, body: string])[]) {
  let requests = 0;
  const server = createServer((request, response) => {
    const [status, body] = answers[Math.min(requests++, answers.length - 1)] ?? [500, ''];
    request.resume().on('end', () => response.writeHead(status).end(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => requests,
    [Symbol.dispose]: () => server.close(),
  };
}

describe.skipIf(!isTried)('compute_score.py', () => {
  const pool = createSandbox({ workers: 1, maxSteps: 200 });
  /** Loses the calls with this input, as a sandbox does whose built-ins hang. */
  const sandbox: Sandbox = {
    ...pool,
    run: async (program, input, options) =>
      input.net === 2 ? { status: 'lost' } : pool.run(program, input, options),
  };
  let server: RewardServer;
  let folder: PythonFolder;
  beforeAll(async () => {
    server = await serveRewards({ sandbox, maxBatchSize: 256 });
    folder = await makePythonFolder();
  });
  afterAll(async () => {
    await folder[Symbol.asyncDispose]();
    await server.close();
    await pool[Symbol.asyncDispose]();
  });

  const run = (script: string, env: Record<string, string> = {}): Promise<unknown[]> =>
    folder.run(names + script, { CODEIO_REWARD_URL: `${server.url}/`, ...env });

  it('scores right, wrong, hostile and malformed replies as verl calls it', async () => {
    const shown = await run(`
score = lambda text, truth=OUTPUT: codeio.compute_score(data_source="codeio/output", solution_str=text, ground_truth=truth, extra_info={"index": 1})
show([score(RIGHT), score(WRONG)])
show([score(""), score("{" * 5000), score('{"output": ' + "9" * 5000 + "}"), score("\\ud800 \\0 é"), score('{"output": NaN}')])
show([score('{"input": {"net": 1, "rate": 0}}', INPUT), score('{"input": {"__proto__": {"net": 100}}}', INPUT), score(FOUND, INPUT)])
show(type(score(RIGHT)).__name__)
show(codeio.compute_score("x", WRONG, OUTPUT, details=True, reward_router_address="ignored"))
`);
    expect(shown).toEqual([
      [1, 0],
      [0, 0, 0, 0, 0],
      [0, 0, 1],
      'float',
      { score: 0, status: 'mismatch' },
    ]);
  });

  it('scores many replies in their order, in requests of a bounded size', async () => {
    const shown = await run(`
texts = [RIGHT if n % 3 == 0 else WRONG for n in range(600)]
scores = codeio.compute_scores(data_sources=["x"] * 600, solution_strs=iter(texts), ground_truths=iter([OUTPUT] * 600), extra_infos=[None] * 600)
show(scores == [1.0 if n % 3 == 0 else 0.0 for n in range(600)])
long = [RIGHT + " " * 1_500_000, WRONG, RIGHT + " " * 1_500_000]
show(codeio.compute_scores(["x"] * 3, long, [OUTPUT] * 3, details=True))
show(codeio.compute_scores([], [], []))
show(failure(lambda: codeio.compute_scores(["x"], [RIGHT, WRONG], [OUTPUT])))
`);
    expect(shown).toEqual([
      true,
      [
        { score: 1, status: 'correct' },
        { score: 0, status: 'mismatch' },
        { score: 1, status: 'correct' },
      ],
      [],
      'RewardDataError: got 2 replies and 1 ground truths',
    ]);
  });

  it('is a reward function for TRL, with texts and with messages', async () => {
    const shown = await run(`
show(codeio.reward(prompts=["x", "x"], completions=[WRONG, RIGHT], ground_truth=[OUTPUT, OUTPUT], completion_ids=[[1], [2]], trainer_state=None))
answer = lambda content: [{"role": "assistant", "content": content}]
show(codeio.reward(prompts=[], completions=[answer(RIGHT), answer([{"type": "text", "text": RIGHT}]), answer(None), []], ground_truth=[OUTPUT] * 4))
show(failure(lambda: codeio.reward(prompts=["x"], completions=[RIGHT])))
`);
    expect(shown).toEqual([
      [0, 1],
      [1, 1, 0, 0],
      'RewardDataError: the dataset needs a column "ground_truth"',
    ]);
  });

  it('is a reward function for verifiers', async () => {
    const shown = await run(`
info = {"ground_truth": OUTPUT}
completion = [{"role": "assistant", "content": RIGHT}]
show(asyncio.run(codeio.verifiers_reward(completion=completion, info=json.dumps(info), state={})))
show(asyncio.run(codeio.verifiers_reward(WRONG, info)))
`);
    expect(shown).toEqual([1, 0]);
  });

  it('never makes a wrong mark of a reply that could not be verified', async () => {
    const shown = await run(`
one = lambda **options: failure(lambda: codeio.compute_score("x", LOST, INPUT, **options))
many = lambda texts, **options: failure(lambda: codeio.compute_scores(["x"] * len(texts), texts, [INPUT] * len(texts), **options))
show(one())
show(one(unverifiable=0.25))
show(many([FOUND, LOST, WRONG, FOUND, FOUND], unverifiable="mean"))
show(many([LOST], unverifiable="mean"))
show(many([FOUND, LOST]))
show(one(unverifiable="mean"))
show(one(unverifiable="zero"))
`);
    expect(shown[0]).toMatch(/^UnverifiableError: a reply could not be verified \(sandbox-lost: /);
    expect(shown[1]).toBe(0.25);
    expect(shown[2]).toEqual([1, 0.75, 0, 1, 1]);
    expect(shown[3]).toMatch(/^UnverifiableError/);
    expect(shown[4]).toMatch(/^UnverifiableError/);
    expect(shown[5]).toBe('ValueError: unverifiable must be "raise" or a number, got \'mean\'');
    expect(shown[6]).toMatch(/^ValueError: unverifiable must be/);
  });

  it('takes what becomes of such replies from the environment', async () => {
    const script = 'show(codeio.reward([], [LOST, FOUND], [INPUT, INPUT]))';
    expect(await run(script, { CODEIO_REWARD_UNVERIFIABLE: 'mean' })).toEqual([[1, 1]]);
    expect(await run(script, { CODEIO_REWARD_UNVERIFIABLE: '-1' })).toEqual([[-1, 1]]);
  });

  it('raises for a ground truth that is none', async () => {
    const shown = await run(`
show(failure(lambda: codeio.compute_score("x", RIGHT, "42")))
show(failure(lambda: codeio.compute_score("x", RIGHT, None)))
show(failure(lambda: codeio.reward([], [RIGHT, RIGHT], [OUTPUT, "42"])))
`);
    expect(shown[0]).toMatch(
      /^RewardDataError: .*ground_truth is not valid: this is no reward spec/,
    );
    expect(shown[1]).toMatch(/^RewardDataError: .*ground_truth is not valid/);
    expect(shown[2]).toMatch(/^RewardDataError: items\[1\]\.ground_truth is not valid/);
  });

  it('raises when the server is down, after as many attempts as it was told to make', async () => {
    const down = await serveRewards({ sandbox });
    await down.close();
    const env = { CODEIO_REWARD_URL: down.url, CODEIO_REWARD_ATTEMPTS: '2' };
    const [shown] = await run(
      'show(failure(lambda: codeio.compute_score("x", RIGHT, OUTPUT)))',
      env,
    );
    expect(shown).toMatch(/^RewardServerError: no score from .* in 2 attempts: .*refused/);
  });

  it('asks again when the server is busy or fails, and not when it refuses', async () => {
    const busy = [503, '{"error": {"message": "busy"}}'] as const;
    const score = [200, '{"score": 1, "status": "correct"}'] as const;
    const script = 'show(failure(lambda: codeio.compute_score("x", RIGHT, OUTPUT)))';
    using recovering = await serveAnswers(busy, [200, 'half an ans'], score);
    expect(await run(script, { CODEIO_REWARD_URL: recovering.url })).toEqual([1]);
    expect(recovering.requests()).toBe(3);
    using refusing = await serveAnswers([403, '{"error": {"message": "go away"}}'], score);
    const [refused] = await run(script, { CODEIO_REWARD_URL: refusing.url });
    expect(refused).toMatch(/^RewardDataError: .*403: go away/);
    expect(refusing.requests()).toBe(1);
  });

  it.each([
    ['{"score": true, "status": "correct"}', '{"results": []}'],
    ['{"status": "correct"}', '{"results": [{"score": "1", "status": "correct"}]}'],
    ['{"score": 0}', '{"results": 7}'],
    ['{"score": null, "status": "error", "error": {"message": "x"}}', '{}'],
  ])('takes no score out of the answer %s', async (one, many) => {
    using odd = await serveAnswers([200, one], [200, many]);
    const shown = await run(
      `
show(failure(lambda: codeio.compute_score("x", RIGHT, OUTPUT)))
show(failure(lambda: codeio.reward([], [RIGHT], [OUTPUT])))
`,
      { CODEIO_REWARD_URL: odd.url },
    );
    for (const text of shown) expect(text).toMatch(/^RewardServerError: /);
  });

  it('sends nothing through a proxy', async () => {
    const env = { http_proxy: 'http://127.0.0.1:9', HTTP_PROXY: 'http://127.0.0.1:9' };
    expect(await run('show(codeio.compute_score("x", RIGHT, OUTPUT))', env)).toEqual([1]);
  });

  const interaction = `
async def talk(config={"name": "codeio"}):
    talker = codeio.CodeIOInteraction(config)
    instance = await talker.start_interaction(None, ground_truth=INPUT, query="x", name="codeio")
    said = lambda text: [{"role": "user", "content": "x"}, {"role": "assistant", "content": text}]
    first = await talker.generate_response(instance, said('{"input": {"net": 5, "rate": 0}}'), ground_truth=INPUT)
    second = await talker.generate_response(instance, said(FOUND))
    last = await talker.calculate_score(instance)
    await talker.finalize_interaction(instance)
    return [list(first), list(second), last, type(talker).__mro__[1].__name__, talker.name]
`;

  it('gives feedback between the turns of a rollout', async () => {
    const [shown] = await run(`${interaction}show(asyncio.run(talk()))`);
    const feedback =
      'Wrong input. With {"net": 5, "rate": 0} the code returns 12, but the wanted output is 107.';
    expect(shown).toEqual([
      [false, `${feedback}\n\n${defaultRetryRequest}`, 0, { status: 'mismatch' }],
      [
        true,
        'Correct: with this input the code returns the wanted output.',
        1,
        { status: 'correct' },
      ],
      1,
      'object',
      'codeio',
    ]);
  });

  it('is an interaction of verl where there is verl', async () => {
    const verl = join(folder.path, 'fake', 'verl', 'interactions');
    await mkdir(verl, { recursive: true });
    const base =
      'class BaseInteraction:\n    def __init__(self, config): self.name = "from verl"\n';
    await writeFile(join(verl, 'base.py'), base);
    const env = { PYTHONPATH: join(folder.path, 'fake') };
    const [shown] = await run(`${interaction}show(asyncio.run(talk({"name": "tax"}))[3:])`, env);
    expect(shown).toEqual(['BaseInteraction', 'tax']);
  });

  it('ends a rollout that cannot be verified with the score that was chosen, or raises', async () => {
    const script = (config: string) => `
talker = codeio.CodeIOInteraction(${config})
answer = [{"role": "assistant", "content": LOST}]
show(failure(lambda: list(asyncio.run(talker.generate_response("1", answer, ground_truth=INPUT)))))
`;
    expect(await run(script('{"unverifiable": 0.5}'))).toEqual([
      [true, '', 0.5, { status: 'unverifiable' }],
    ]);
    expect((await run(script('{}')))[0]).toMatch(/^UnverifiableError/);
  });
});
