import { type DraftSection, draftFieldsSchema, draftHeadings } from '../core/draft-fields.js';
import type { FunctionDraft, ReadDraft } from '../core/function-draft.js';
import type { JsonObject } from '../core/json-value.js';
import { isJsonObject } from '../values/is-json-object.js';
import { stringifyJson } from '../values/stringify-json.js';
import { readObject } from './read-object.js';
import { firstBlock, readSections } from './read-sections.js';

/** The fields of a draft as they were written: all text, possibly missing. */
type DraftText = { readonly [section in DraftSection]?: string | undefined } & {
  readonly parameters?: readonly string[] | undefined;
};

/**
 * Reads what a model made of a raw source file, from structured output (a JSON object, bare or in a
 * fence) or from sections under headings, whichever it is. Never throws.
 */
export function readDraft(text: string): ReadDraft {
  const visible = (text.split('</think>').at(-1) ?? '').trim();
  const fields = readFields(visible) ?? readHeaded(visible);
  const declined = fields.notSuitable?.trim();
  if (declined) return { status: 'declined', reason: declined };
  return toDraft(fields);
}

function readFields(text: string): DraftText | undefined {
  const block = text.startsWith('```') ? firstBlock(text.split(/\r?\n/)) : text;
  if (!block?.trimStart().startsWith('{')) return undefined;
  const object = readObject(block);
  if (object === undefined) return undefined;
  // The schema may as well come as the object that it is.
  const { inputSchema } = object;
  const isObject = inputSchema !== undefined && isJsonObject(inputSchema);
  const schema = isObject ? stringifyJson(inputSchema) : inputSchema;
  const checked = draftFieldsSchema.partial().safeParse({ ...object, inputSchema: schema });
  if (checked.success) return checked.data;
  const readable = Object.entries(object).filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(readable) as DraftText;
}

function readHeaded(text: string): DraftText {
  const found: Partial<Record<DraftSection, string>> = {};
  for (const { heading, lines } of readSections(text, new Set(sectionNames.keys()))) {
    const section = sectionNames.get(heading);
    if (section !== undefined) found[section] = lines.join('\n');
  }
  const call = readCall(found.entrypoint);
  return { ...found, entrypoint: call?.name, parameters: call?.parameters };
}

const sectionNames = new Map(
  Object.entries(draftHeadings).map(([section, title]) => [
    title.toLowerCase(),
    section as DraftSection,
  ]),
);

/** A call is short; searching longer text for it would take time that grows with its square. */
const longestCall = 1000;

/** What stands in brackets after a name is part of a type: `dict[str, int]`, `Map<string, number>`. */
const typeArguments = /(?<=\w)(?:\[[^[\]]*\]|<[^<>]*>)/g;

/** Reads `name(first, second)`, with or without backquotes, a fence, types and defaults. */
function readCall(text: string | undefined): { name: string; parameters: string[] } | undefined {
  const match = /([\w$.]+)\s*\(([^()]*)\)/.exec(text?.slice(0, longestCall) ?? '');
  if (match === null) return undefined;
  const [, name = '', list = ''] = match;
  const names = withoutTypeArguments(list).split(',');
  const parameters = names.flatMap((part) => /[\w$]+/.exec(part)?.[0] ?? []);
  return { name, parameters };
}

function withoutTypeArguments(list: string): string {
  const shorter = list.replace(typeArguments, '');
  return shorter === list ? list : withoutTypeArguments(shorter);
}

function toDraft(fields: DraftText): ReadDraft {
  const problems: string[] = [];
  const take = (section: DraftSection, isCode: boolean): string => {
    const written = fields[section] ?? '';
    const block = isCode ? firstBlock(written.split(/\r?\n/)) : undefined;
    const content = (block ?? written).trim();
    if (content === '') problems.push(`The part "${draftHeadings[section]}" is missing or empty.`);
    return content;
  };
  const draft: FunctionDraft = {
    code: `${take('code', true)}\n`,
    entrypoint: take('entrypoint', false),
    parameters: fields.parameters ?? [],
    inputGenerator: `${take('inputGenerator', true)}\n`,
    ioDescription: take('ioDescription', false),
    inputSchema: readSchema(take('inputSchema', true), problems),
    query: take('query', false),
  };
  if (draft.entrypoint !== '' && draft.parameters.length === 0) {
    problems.push('The entry point is given without its parameters.');
  }
  return problems.length === 0 ? { status: 'read', draft } : { status: 'unreadable', problems };
}

function readSchema(text: string, problems: string[]): JsonObject {
  if (text === '') return {};
  try {
    // Its numbers, such as 1.0, are for a validator that knows none but JavaScript's.
    return JSON.parse(stringifyJson(readObject(text))) as JsonObject;
  } catch {
    problems.push('The input schema is not a JSON object.');
    return {};
  }
}
