import type { ChooseSplitOptions, Split } from '../../curation/choose-split.js';
import { type CardConfig, cardFrontMatter, loadedFiles, splitsOf } from './card-front-matter.js';
import { cardMaking, cardSources } from './card-making.js';
import { cardNumbers } from './card-numbers.js';
import type { CardOptions } from './card-options.js';
import type { DatasetFacts } from './dataset-facts.js';
import { libraryVersion } from './library-version.js';
import { codeSpan, escapeMarkdown, formatCount, markdownTable } from './markdown.js';

/** What a card is written from. */
export interface CardFacts {
  /** The name of the directory. */
  readonly directory: string;
  readonly configs: readonly CardConfig[];
  readonly conversations: DatasetFacts;
  /** How the sides were chosen. */
  readonly splits: Required<ChooseSplitOptions>;
}

/**
 * Writes the card of a dataset, its `README.md`: a head for programs, so that
 * `datasets.load_dataset` finds every format with the declared types, and a text for people whose
 * numbers are counted. What is not given, such as a licence, is said to be not given.
 */
export function datasetCard(facts: CardFacts, options: CardOptions = {}): string {
  const { conversations } = facts;
  const name = options.name ?? facts.directory;
  const configs = facts.configs.filter(({ rows }) => rows > 0);
  const sections = [
    `# ${escapeMarkdown(name)}`,
    ...(options.description === undefined ? [] : [options.description.trim()]),
    `Prediction problems made from code, with answers that were judged by running it. Written by [codeio](https://www.npmjs.com/package/codeio) ${libraryVersion}.`,
    cardRows(facts.configs, facts.splits, conversations),
    cardUse(configs, options, options.repository ?? facts.directory),
    cardNumbers(conversations),
    cardMaking(conversations, options),
    cardLeftOut(facts.configs),
    cardFindings(configs),
    ...(options.limits === undefined ? [] : [`## Limits\n\n${options.limits.trim()}`]),
    cardSources(conversations, options),
  ];
  return `${cardFrontMatter(configs, { ...options, name })}\n${sections.join('\n\n')}\n`;
}

function cardRows(
  configs: readonly CardConfig[],
  { test, validation, seed }: CardFacts['splits'],
  { splits }: DatasetFacts,
): string {
  const rowsOf = (config: CardConfig, split: Split): string =>
    formatCount(config.splits[split]?.rows ?? 0);
  const rows = configs.map((config) => [
    codeSpan(config.name),
    config.format,
    rowsOf(config, 'train'),
    rowsOf(config, 'validation'),
    rowsOf(config, 'test'),
    formatCount(config.bytes),
  ]);
  const sides = Object.entries(splits)
    .filter(([, { conversations }]) => conversations > 0)
    .map(([split, counts]) => `${split} ${formatCount(counts.functions)}`);
  return [
    '## Rows',
    'The same conversations in several formats, each a configuration and a folder of its own.',
    markdownTable(['configuration', 'format', 'train', 'validation', 'test', 'bytes'], rows),
    `Everything about one function is on the same side, in every format (test ${test}, validation ${validation}, seed ${seed}). Functions by side: ${sides.join(', ')}.`,
  ].join('\n\n');
}

function cardUse(configs: readonly CardConfig[], options: CardOptions, repository: string): string {
  const sections = configs.map((config) => {
    const files = splitsOf(config).flatMap(([, split]) => loadedFiles(split));
    const lines = splitsOf(config).flatMap(([, split]) =>
      split.files.filter(
        ({ kind, path }) => kind === 'jsonl' && !files.some((file) => file.path === path),
      ),
    );
    const training =
      options.training?.[config.name]?.trim() ??
      config.training ??
      `For trainers that read rows of the format ${escapeMarkdown(config.format)}.`;
    return [
      `### ${codeSpan(config.name).code}`,
      training,
      `\`\`\`python\nfrom datasets import load_dataset\n\nrows = load_dataset(${JSON.stringify(repository)}, ${JSON.stringify(config.name)})\n\`\`\``,
      ...(lines.length === 0
        ? []
        : [`The same rows as JSON lines: ${codeSpan(`${config.name}/*.jsonl`).code}.`]),
      ...(config.companions.length === 0
        ? []
        : [
            `Files for the trainer: ${config.companions.map((path) => codeSpan(path).code).join(', ')}.`,
          ]),
    ].join('\n\n');
  });
  return ['## How to load and train', ...sections].join('\n\n');
}

function cardLeftOut(configs: readonly CardConfig[]): string {
  const rows = configs.flatMap(({ name, skipped, withoutRows }) => [
    ...skipped.map((reason) => [codeSpan(name), reason.name, formatCount(reason.count)]),
    ...(withoutRows === 0
      ? []
      : [[codeSpan(name), 'nothing in it is to be trained', formatCount(withoutRows)]]),
  ]);
  const text =
    rows.length === 0
      ? 'Nothing was left out.'
      : markdownTable(['configuration', 'reason', 'left out'], rows);
  return `## What was left out\n\n${text}`;
}

function cardFindings(configs: readonly CardConfig[]): string {
  const rows = configs.flatMap((config) =>
    splitsOf(config).flatMap(([split, { report }]) =>
      report.counts.map(({ rule, severity, count }) => [
        codeSpan(`${config.name}/${split}`),
        rule,
        severity,
        formatCount(count),
      ]),
    ),
  );
  const text =
    rows.length === 0
      ? 'All rows were checked against the types of their columns and the rules of their format. Nothing was found.'
      : `All rows were checked against the types of their columns and the rules of their format. Found:\n\n${markdownTable(['rows', 'rule', 'severity', 'times'], rows)}`;
  return `## Checks\n\n${text}`;
}
