import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot, runTypeScript } from '../support/run-command.js';
import { isSlowRun } from '../support/slow-run.js';

/** What each example is expected to print, besides ending well and saying nothing on stderr. */
const expected: Readonly<Record<string, readonly RegExp[]>> = {
  'quickstart.ts': [
    /\d+ tasks, model: recorded responses/,
    /right after revision +\d+/,
    /still wrong +\d+/,
    /conversations\.jsonl +\d+ rows/,
    /output\/quickstart\/report\.html +open it/,
    /outcome: revised/,
  ],
  'your-own-function.ts': [/^5 pairs, 0 rejected/, /not a valid input/, /outcome: {2}revised/],
  'local-server.ts': [/reasoning: I add up\./, /outcome: {3}correct/],
  'custom-prompts.ts': [/Let us see\. No: Wrong output/, /outcome: revised/],
  'sandbox.ts': [
    /10000 calls, each of them the first: true/,
    /waits a week +{"status":"returned","value":"done"/,
    /hangs the engine +{"status":"lost"}/,
  ],
  'raw-to-functions.ts': [
    /\d+ raw files, model: recorded responses/,
    /32\/32 .* 28 accepted/,
    /\d answers +\w+, 10 pairs/,
    /3 answers +rejected: generator-unfit/,
    /went back to the model:\n {2}- /,
    /rejected: declined/,
    /functions and \d+ tasks in output\/raw-to-functions/,
  ],
  'transform-to-python.ts': [
    /server\.js +1 answer +rejected: declined/,
    /recipe_scale\.rb +2 answers +scale_recipe, 10 pairs\n {2}- The question speaks of programming/,
    /5 functions and 30 tasks in output\/transform-to-python/,
    /def count_bracelets\(bags\):/,
  ],
  'curate.ts': [
    /exact duplicate/,
    /near duplicate/,
    /shares .* words with/,
    /test \d+/,
    /solved \d of 8/,
  ],
  'resumable-run.ts': [
    /complete: 166 tasks finished/,
    /166 conversations in output\/resumable-run/,
    /166 tasks: 166 conversations, 0 failures/,
  ],
  'budgeted-run.ts': [
    /415 tasks, estimated from 40 of them/,
    /cost \$\d\.\d+, between \$\d/,
    /stopped by budget: \d+ conversations/,
    /spent \$0\.49\d of \$0\.500/,
  ],
  'batch-files.ts': [
    /turn 1: 166 requests/,
    /turn 2: 18 requests .* 148 of 166 tasks done/,
    /166 rows in .* 0 calls made/,
  ],
  'reverify.ts': [
    /row 4: turn 1 is mismatch, not correct/,
    /row 5: the code returns something else for the recorded input/,
    /row 6: the task is not the one/,
    /row 7: task: /,
    /agreeing 3, disagreeing 3\n {2}unverifiable 0, unreadable 1/,
    /claimed true, found mismatch: 1/,
  ],
  'audit-published.ts': [
    /left out: .*raw\.jsonl:10: ios\[1\]\.input\.times: a set/,
    /left out: .*raw\.jsonl:11: /,
    /serve_two .*\[1\] +mutated-input: returns \[\]/,
    /unique_words .* non-deterministic: /,
    /norm .* missing-module: .*numpy/,
    /capital .* crashed: KeyError: 'Mali'/,
    /grains .* wrong-output: returns 18446744073709551617/,
    /15 pairs of 10 functions/,
    /reproducible +7 /,
    /2 lines or pairs could not be read\n8 rows in output\/audit-published/,
  ],
  'python-revision.ts': [
    /recurrences: 3 pairs, 0 rejected\n18 tasks, model: simulated/,
    /verdicts on turn 1 +runtime-error 9, mismatch 5, correct 4/,
    /18 rows in output\/python-revision\/codeio-plus-plus\.jsonl/,
    /fails in line 5 with StatisticsError: no median for empty data\./,
    /fails in line 8 with KeyError: 'saffron'\.[\s\S]*outcome: revised/,
  ],
  'reverify-codeio.ts': [
    /row 3, turn 1: marked correct, found mismatch/,
    /row 5, turn 1: marked runtime-error, found correct/,
    /row 6: the code does not return for the given input: crashed \(KeyError: 'taxi'\)/,
    /7 rows: 2 agreeing, 3 disagreeing/,
    /2 rows in output\/reverify-codeio\/agreeing\.jsonl/,
  ],
  'write-dataset.ts': [
    /166 conversations about 83 functions/,
    /records +canonical records +166 rows/,
    /README\.md and \d folders/,
  ],
  'report.ts': [
    /166 conversations, 166 of them to browse/,
    /output\/report\/report\.html \(\d+ kB\)/,
  ],
  'reward-server.ts': [
    /10 rows for verl/,
    /score: {4}1, correct/,
    /score: {4}0, invalid-input/,
    /score: {4}0, no-answer/,
  ],
  'preference-pairs.ts': [
    /83 tasks, 4 samples each/,
    /pass@1 0\.\d\d\npass@4 1\.00/,
    /dpo\.jsonl: \d+ rows/,
    /chosen {3}Step/,
  ],
  'verify-predictions.ts': [/correct +Sorted/, /mismatch +Perhaps/, /invalid-input/, /no-answer/],
};

const conversationsFile = join(projectRoot, 'output/quickstart/conversations.jsonl');
/** What the quickstart wrote, before another example begins. */
let conversationsText = '';

describe('examples', () => {
  it('are all tried here', async () => {
    const files = (await readdir(join(projectRoot, 'examples'))).filter((name) =>
      name.endsWith('.ts'),
    );
    expect(files.sort()).toEqual(Object.keys(expected).sort());
  });

  const tried = Object.entries(expected).filter(([name]) => isSlowRun || name === 'quickstart.ts');

  it.each(tried)('%s runs without a key', async (name, patterns) => {
    await rm(join(projectRoot, 'output', name.replace('.ts', '')), {
      recursive: true,
      force: true,
    });
    const env = { OPENAI_API_KEY: undefined, OPENAI_BASE_URL: undefined, CODEIO_MODEL: undefined };
    const { exitCode, stdout, stderr } = await runTypeScript(`examples/${name}`, env);
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    for (const pattern of patterns) expect(stdout).toMatch(pattern);
    if (name === 'quickstart.ts') conversationsText = await readFile(conversationsFile, 'utf8');
  });
});

describe('the recorded responses', () => {
  it('hold both directions, real mistakes, and every second turn', () => {
    const conversations = conversationsText
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const wrongAtFirst = conversations.filter(({ outcome }) => outcome !== 'correct');
    expect(conversations.length).toBeGreaterThanOrEqual(160);
    expect(new Set(conversations.map(({ task }) => task.function.id)).size).toBeGreaterThanOrEqual(
      40,
    );
    expect(new Set(conversations.map(({ task }) => task.direction)).size).toBe(2);
    expect(wrongAtFirst.length).toBeGreaterThanOrEqual(conversations.length / 6);
    expect(wrongAtFirst.every(({ turns }) => turns.length === 2)).toBe(true);
    expect(conversations.filter(({ outcome }) => outcome === 'unverifiable')).toEqual([]);
  });
});
