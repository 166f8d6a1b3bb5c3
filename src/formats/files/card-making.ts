import { directions } from '../../core/task.js';
import type { CardOptions } from './card-options.js';
import type { DatasetFacts } from './dataset-facts.js';
import { codeBlock, codeSpan, formatCount, markdownTable } from './markdown.js';
import type { TallyCounts } from './tally.js';

/** Lines of a table before the rest is summed up, and characters of a prompt before it is cut. */
const shownNames = 20;
const shownCharacters = 4000;
/** Different texts of one kind that are shown. */
const shownTexts = 3;

/** Writes how the conversations were made: recipe, models, settings, prompts. */
export function cardMaking(facts: DatasetFacts, options: CardOptions): string {
  return [
    '## How it was made',
    'A program is run on inputs. A model is given its question and either an input, to predict the output, or an output, to find an input that leads to it. Each answer is judged by running the program; a wrong one gets feedback and, where turns are left, another attempt.',
    ...(options.recipe === undefined ? [] : [options.recipe.trim()]),
    `The prompts of ${formatCount(facts.withCode)} of ${formatCount(facts.conversations)} conversations show the code.`,
    '### Models and settings',
    tallyTable('model', 'replies', facts.models),
    tallyTable('sampling settings (without seed)', 'replies', facts.samplings),
    tokenText(facts),
    '### Prompts',
    ...directions.flatMap((direction) => {
      const { examplePrompt } = facts.directions[direction];
      if (examplePrompt === undefined) return [];
      const text = examplePrompt.map(({ role, content }) => `${role}:\n${content}`).join('\n\n');
      return [`An example that asks for the ${direction}:`, codeBlock(cut(text))];
    }),
    ...texts('System messages', facts.systemMessages),
    ...texts('After a wrong answer the feedback ends with', facts.retryRequests),
  ].join('\n\n');
}

/** Writes where the functions come from, and the licences of the dataset and of its sources. */
export function cardSources(facts: DatasetFacts, { license }: CardOptions): string {
  const given =
    license === undefined
      ? 'No licence was given for this dataset: the terms on which it may be used are not known.'
      : `Licence: ${licenseText(license)}.`;
  return [
    '## Sources and licence',
    given,
    tallyTable('source of the functions', 'functions', facts.origins),
    tallyTable('licence of the source', 'functions', facts.licenses),
    tallyTable('language of the code', 'functions', facts.languages),
    tallyTable('category', 'functions', facts.categories),
  ].join('\n\n');
}

function licenseText(license: NonNullable<CardOptions['license']>): string {
  if (typeof license === 'object' && 'name' in license) {
    return `${codeSpan(license.name).code} (${codeSpan(license.link).code})`;
  }
  return [license]
    .flat()
    .map((id) => codeSpan(id).code)
    .join(', ');
}

function tokenText({ usage }: DatasetFacts): string {
  const parts = (
    [
      ['in', usage.inputTokens],
      ['out', usage.outputTokens],
      ['of which reasoning', usage.reasoningTokens],
    ] as const
  ).flatMap(([label, count]) => (count === undefined ? [] : [`${formatCount(count)} ${label}`]));
  if (parts.length === 0) return 'How many tokens the replies took was not told.';
  return `Tokens, as far as they were told: ${parts.join(', ')}.`;
}

function tallyTable(title: string, counted: string, { counts, others }: TallyCounts): string {
  const rest = counts.slice(shownNames).reduce((sum, { count }) => sum + count, others);
  const rows = counts
    .slice(0, shownNames)
    .map(({ name, count }) => [name === '' ? 'not given' : codeSpan(name), formatCount(count)]);
  return markdownTable(
    [title, counted],
    rest === 0 ? rows : [...rows, ['others', formatCount(rest)]],
  );
}

function texts(title: string, { counts, others }: TallyCounts): readonly string[] {
  const shown = counts.filter(({ name }) => name !== '').slice(0, shownTexts);
  if (shown.length === 0) return [];
  const all = counts.reduce((sum, { count }) => sum + count, others);
  return [
    `${title}:`,
    ...shown.map(
      ({ name, count }) =>
        `${codeBlock(cut(name))}\n\nin ${formatCount(count)} of ${formatCount(all)} conversations.`,
    ),
  ];
}

function cut(text: string): string {
  if (text.length <= shownCharacters) return text;
  return `${text.slice(0, shownCharacters)}\n[… ${formatCount(text.length - shownCharacters)} characters more]`;
}
