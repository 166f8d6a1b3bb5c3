import { optionError } from '../../errors/option-error.js';

/** A licence that is not on the list of the Hugging Face Hub. */
export interface OtherLicense {
  readonly name: string;
  /** Where its text is: a URL, or a file in the dataset. */
  readonly link: string;
}

/** What a dataset card says beyond what is counted. Nothing of it is made up when it is not given. */
export interface CardOptions {
  /**
   * The name of the dataset.
   * @defaultValue the name of its directory
   */
  readonly name?: string | undefined;
  /** What the dataset is for, as Markdown. */
  readonly description?: string | undefined;
  /** The licence of the dataset, as an identifier of the Hugging Face Hub such as `odc-by`. */
  readonly license?: string | readonly string[] | OtherLicense | undefined;
  /** The languages of the texts, as codes such as `en`. */
  readonly language?: string | readonly string[] | undefined;
  /**
   * What the data is for, in the terms of the Hugging Face Hub.
   * @defaultValue ['text-generation']
   */
  readonly taskCategories?: readonly string[] | undefined;
  /**
   * Words under which the dataset is found.
   * @defaultValue ['code', 'reasoning', 'synthetic']
   */
  readonly tags?: readonly string[] | undefined;
  /** How the data was made, as Markdown: where the functions come from, what was filtered. */
  readonly recipe?: string | undefined;
  /** What the data is not fit for, as Markdown. */
  readonly limits?: string | undefined;
  /** How to train with the rows, as Markdown, by the name of the format. */
  readonly training?: Readonly<Record<string, string>> | undefined;
  /**
   * Where the dataset will be loaded from, such as `name/dataset` on the Hugging Face Hub.
   * @defaultValue the name of its directory
   */
  readonly repository?: string | undefined;
}

/** Checks what a wrong value of would break the card, at once and not after hours of writing. */
export function requireCardOptions(options: CardOptions): void {
  for (const option of ['name', 'repository', 'description', 'recipe', 'limits'] as const) {
    const text = options[option];
    if (text !== undefined && typeof text !== 'string') {
      throw optionError(`card.${option}`, 'a string', text);
    }
  }
  for (const option of ['name', 'repository'] as const) {
    const text = options[option];
    if (text !== undefined && (text.trim() === '' || /[\r\n]/.test(text))) {
      throw optionError(`card.${option}`, 'a text of one line', text);
    }
  }
  requireLicense(options.license);
}

function requireLicense(license: CardOptions['license']): void {
  if (license === undefined) return;
  if (typeof license === 'string' || Array.isArray(license)) {
    const ids: readonly unknown[] = Array.isArray(license) ? license : [license];
    const isList = ids.every((id) => typeof id === 'string' && /^[\w.+-]+$/.test(id));
    if (ids.length > 0 && isList) return;
  } else if (typeof license === 'object' && license !== null && 'name' in license) {
    if (typeof license.name === 'string' && typeof license.link === 'string') return;
  }
  const expected = 'an identifier such as `odc-by`, a list of them, or `{ name, link }`';
  throw optionError('card.license', expected, license);
}
