import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type RewardServer,
  serveRewards,
  trlPromptsFormat,
  verlFormat,
} from '../../src/formats/index.js';
import { createSandbox, type Sandbox } from '../../src/index.js';
import { replies, rewardedConversations } from './support/reward-replies.js';
import { python, runPython } from './support/run-python.js';
import { type TemporaryDataset, writeTemporaryDataset } from './support/temporary-dataset.js';

type Scores = readonly (readonly (number | null)[])[];

const texts = replies.map((of) => of.map(({ text }) => text));

/** The scores by what is special about the reply, so that a failure names it. */
function byKind(scores: Scores): object {
  return replies.map((of, row) =>
    Object.fromEntries(of.map(({ kind }, index) => [kind, scores[row]?.[index]])),
  );
}
const deserved = replies.map((of) =>
  Object.fromEntries(of.map(({ kind, score }) => [kind, score])),
);

describe.skipIf(python === undefined)('rewards of a running server', () => {
  let sandbox: Sandbox;
  let server: RewardServer;
  let dataset: TemporaryDataset;

  beforeAll(async () => {
    sandbox = createSandbox({ workers: 1 });
    server = await serveRewards({ sandbox });
    dataset = await writeTemporaryDataset(rewardedConversations, {
      verl: verlFormat(),
      policy: trlPromptsFormat(),
    });
  });
  afterAll(async () => {
    await server?.close();
    await sandbox?.[Symbol.asyncDispose]();
    await dataset?.[Symbol.asyncDispose]();
  });

  it('are what the compute_score file gives to verl', async () => {
    const { scores } = await runPython<{ readonly scores: Scores }>(
      'score_verl.py',
      {
        directory: dataset.directory,
        config: 'verl',
        scoreFile: join(dataset.directory, 'verl', 'compute_score.py'),
        replies: texts,
      },
      { CODEIO_REWARD_URL: server.url },
    );
    expect(byKind(scores)).toEqual(deserved);
  }, 300_000);

  it('train GRPO in TRL for two steps', async () => {
    const result = await runPython<{
      readonly steps: number;
      readonly losses: readonly number[];
      readonly rewards: readonly number[];
      readonly replyRewards: Scores;
    }>(
      'train_grpo.py',
      {
        folder: join(dataset.directory, 'policy'),
        replies: texts,
      },
      { CODEIO_REWARD_URL: server.url },
    );
    expect(result.steps).toBe(2);
    expect(result.losses).toHaveLength(2);
    // A model that has learned nothing answers nothing.
    expect(result.rewards).toEqual([0, 0, 0, 0]);
    expect(byKind(result.replyRewards)).toEqual(deserved);
    expect(result.warnings).toEqual([]);
  }, 300_000);
});
