import { describe, expect, it } from 'vitest';
import type { CardOptions } from '../../../src/formats/files/card-options.js';
import { type CardFacts, datasetCard } from '../../../src/formats/files/dataset-card.js';
import { collectFacts } from '../../../src/formats/files/dataset-facts.js';
import { libraryVersion } from '../../../src/formats/files/library-version.js';
import { createRowValidator } from '../../../src/formats/validation/create-row-validator.js';
import { type Conversation, solveRate } from '../../../src/index.js';
import { about, readHead } from '../support/datasets.js';

function factsOf(conversations: readonly Conversation[]): CardFacts {
  const collector = collectFacts();
  for (const conversation of conversations) collector.add(conversation, 'train');
  const report = createRowValidator({ columns: { id: 'string' } }).report();
  const file = { path: 'sft/train-00000-of-00001.parquet', kind: 'parquet', bytes: 900 } as const;
  const lines = { path: 'sft/train-00000-of-00001.jsonl', kind: 'jsonl', bytes: 2100 } as const;
  const train = { rows: 12_345, memoryBytes: 5000, files: [file, lines], report };
  const empty = { rows: 0, memoryBytes: 0, files: [], report };
  const config = {
    name: 'sft',
    format: 'TRL <b>prompts</b>',
    rows: 12_345,
    bytes: 3000,
    splits: { train, test: empty },
    companions: ['sft/train.yaml'],
    skipped: [{ name: 'turn 2 could not be | verified', count: 3 }],
    withoutRows: 1,
    columns: {
      'a:b': 'string',
      no: 'bool',
      messages: { list: { struct: { role: 'string', parts: { list: { list: 'float64' } } } } },
      meta: { struct: { y: 'int64', tags: { list: 'string' } } },
    },
  } as const;
  const none = { ...config, name: 'none', rows: 0, bytes: 0, splits: {}, companions: [] };
  return {
    directory: 'folder',
    configs: [none, config],
    conversations: collector.read(),
    splits: { test: 0.05, validation: 0, seed: 3 },
  };
}

const conversations = [
  about(1),
  about(2, ['mismatch', 'correct']),
  about(3, ['mismatch', 'no-answer']),
];

function card(options?: CardOptions, facts = factsOf(conversations)): string {
  return datasetCard(facts, options);
}

describe('the head of a dataset card', () => {
  it('declares types in the form of the `datasets` library, and what is written', () => {
    const { configs, dataset_info: info } = readHead(card());
    expect(configs).toEqual([
      {
        config_name: 'sft',
        default: true,
        data_files: [{ split: 'train', path: 'sft/train-*.parquet' }],
      },
    ]);
    expect(info).toEqual([
      {
        config_name: 'sft',
        features: [
          { name: 'a:b', dtype: 'string' },
          { name: 'no', dtype: 'bool' },
          {
            name: 'messages',
            list: [
              { name: 'role', dtype: 'string' },
              { name: 'parts', list: { list: 'float64' } },
            ],
          },
          {
            name: 'meta',
            struct: [
              { name: 'y', dtype: 'int64' },
              { name: 'tags', list: 'string' },
            ],
          },
        ],
        splits: [{ name: 'train', num_bytes: 5000, num_examples: 12_345 }],
        download_size: 900,
        dataset_size: 5000,
      },
    ]);
  });

  it('assumes no licence and says that there is none', () => {
    expect(readHead(card())).not.toHaveProperty('license');
    expect(card()).toContain('No licence was given for this dataset');
  });

  it('has the licence, the name and the languages as given', () => {
    expect(readHead(card({ license: 'odc-by', name: 'no', language: 'no' }))).toMatchObject({
      license: 'odc-by',
      pretty_name: 'no',
      language: ['no'],
    });
    expect(readHead(card({ license: ['mit', 'apache-2.0'] })).license).toEqual([
      'mit',
      'apache-2.0',
    ]);
    const license = { name: 'ours', link: 'https://example.org/licence' };
    expect(readHead(card({ license }))).toMatchObject({
      license: 'other',
      license_name: 'ours',
      license_link: 'https://example.org/licence',
    });
    expect(card({ license })).toContain('Licence: `ours` (`https://example.org/licence`).');
  });

  it.each([
    [999, 'n<1K'],
    [1000, '1K<n<10K'],
    [12_345, '10K<n<100K'],
    [2_000_000, '1M<n<10M'],
  ])('puts %i rows into the size category %s', (rows, category) => {
    const facts = factsOf(conversations);
    const configs = facts.configs.slice(1).map((config) => ({ ...config, rows }));
    expect(readHead(card({}, { ...facts, configs })).size_categories).toEqual([category]);
  });
});

describe('the text of a dataset card', () => {
  it('has the numbers of a recount, with intervals', () => {
    const text = card();
    expect(text).toContain('3 conversations about 3 tasks made from 3 functions');
    expect(text).toContain('| output | 3 | 1 | 1 | 1 | 0 |');
    const { low, high } = solveRate(1, 3).interval;
    const shown = `33.3 % (${(100 * low).toFixed(1)} % to ${(100 * high).toFixed(1)} %)`;
    expect(text).toContain(`| output | 1 | 3 | 1 | ${shown} | ${shown} |`);
    expect(text).toMatch(/\| output \| 2 \| 2 \| 1 \| 50\.0 % .* \| 66\.7 % /);
    expect(text).toContain('| output | 2 | no-answer | 1 |');
    expect(text).toContain('| `simulated/tiny` | 5 |');
    expect(text).toContain('| `{"temperature":0.7}` | 5 |');
    expect(text).toContain('200 in, 60 out.');
    expect(text).toContain(`codeio](https://www.npmjs.com/package/codeio) ${libraryVersion}.`);
  });

  it('tells what was left out, what goes with the rows, and how to load and train them', () => {
    const training = { sft: 'Train it with `trl sft`.' };
    const text = card({
      training,
      repository: 'me/data',
      recipe: 'Sorted *well*.',
      limits: 'None.',
    });
    expect(text).toContain('| `sft` | turn 2 could not be \\| verified | 3 |');
    expect(text).toContain('| `sft` | nothing in it is to be trained | 1 |');
    expect(text).toContain('Files for the trainer: `sft/train.yaml`.');
    expect(text).toContain('The same rows as JSON lines: `sft/*.jsonl`.');
    expect(text).toContain('load_dataset("me/data", "sft")');
    expect(text).not.toContain('load_dataset("me/data", "none")');
    expect(text).toContain('Train it with `trl sft`.');
    expect(text).toContain('Sorted *well*.');
    expect(text).toContain('## Limits\n\nNone.');
    expect(text).toContain('| `sft` | TRL &lt;b>prompts&lt;/b> | 12,345 | 0 | 0 | 3,000 |');
  });

  it('tells how to train in the words of the format, unless others are given', () => {
    const facts = factsOf(conversations);
    const told = 'Train it by heart.';
    const configs = facts.configs.map((config) => ({ ...config, training: told }));
    expect(card({}, { ...facts, configs })).toContain(`### \`sft\`\n\n${told}`);
    const training = { sft: 'Train it otherwise.' };
    expect(card({ training }, { ...facts, configs })).not.toContain(told);
  });

  it('shows texts of models and prompts as texts, whatever is in them', () => {
    const hostile = '````\n---\n# Not a heading\n<script>alert(1)</script>';
    const one = about(4);
    const text = card(
      {},
      factsOf([{ ...one, prompt: [{ role: 'user', content: hostile }], retryRequest: '`a` | b' }]),
    );
    expect(text).toContain(`\`\`\`\`\`text\nuser:\n${hostile}\n\`\`\`\`\``);
    expect(readHead(text).pretty_name).toBe('folder');
    const origin = '</td><script> | ``x``\n# y';
    const fn = { ...one.task.function, source: { origin } };
    const other = card({}, factsOf([{ ...one, task: { ...one.task, function: fn } }]));
    expect(other).toContain('| ``` </td><script> \u2758 ``x`` # y ``` | 1 |');
  });
});
