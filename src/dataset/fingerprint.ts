import type { JsonObject, JsonValue } from '../core/json-value.js';
import type { JournalMismatch } from '../errors/journal-mismatch-error.js';
import { modelIdentity } from '../generation/model-identity.js';
import { readSampling } from '../generation/sampling.js';
import { promptTemplates } from '../prompts/prompt-templates.js';
import { defaultRetryRequest } from '../revision/revise.js';
import { isJsonObject } from '../values/is-json-object.js';
import { parseJson } from '../values/parse-json.js';
import { canonicalJson } from '../values/stringify-json.js';
import { verdictVersion } from '../verification/verdict-version.js';
import type { DatasetSettings } from './dataset-settings.js';

/**
 * Everything that decides what a run makes, and nothing that only decides how fast. Functions are
 * known by their names alone: `version` is for what they do.
 */
export interface Fingerprint {
  /** What decides the replies. */
  readonly asked: JsonObject;
  /** What decides what is made of them. */
  readonly judged: JsonObject;
}

/** Takes the fingerprint of a run. */
export function takeFingerprint(settings: DatasetSettings): Fingerprint {
  const { provider, modelId, baseURL } = modelIdentity(settings.model);
  const { template, stopWhen, feedback, readAnswer, sandbox } = settings;
  return {
    asked: plain({
      provider,
      modelId,
      baseURL: settings.endpoint ?? baseURL,
      sampling: readSampling(settings),
      providerOptions: settings.providerOptions,
      template: template === undefined ? defaultTemplates : byName(template),
    }),
    judged: plain({
      verdictVersion,
      version: settings.version,
      maxTurns: settings.maxTurns ?? 2,
      retryRequest: settings.retryRequest ?? defaultRetryRequest,
      stopWhen: byName(stopWhen),
      feedback: byName(feedback),
      readAnswer: byName(readAnswer),
      equality: settings.equality,
      inputCheck: settings.inputCheck,
      checkTruth: settings.checkTruth ?? true,
      sandbox: sandbox.settings,
    }),
  };
}

const defaultTemplates = {
  withCode: promptTemplates.queryAndCode,
  withoutCode: promptTemplates.query,
};

/** Lists what differs between two parts of fingerprints, field by field. */
export function compareFingerprints(
  stored: JsonObject,
  current: JsonObject,
): readonly JournalMismatch[] {
  const [before, now] = [flatten(stored), flatten(current)];
  return [...new Set([...before.keys(), ...now.keys()])]
    .map((field) => ({ field, stored: before.get(field), current: now.get(field) }))
    .filter((pair) => textOf(pair.stored) !== textOf(pair.current));
}

function textOf(value: JsonValue | undefined): string | undefined {
  return value === undefined ? undefined : canonicalJson(value);
}

function flatten(object: JsonObject, path = ''): Map<string, JsonValue> {
  const fields = new Map<string, JsonValue>();
  for (const [name, value] of Object.entries(object)) {
    const field = path === '' ? name : `${path}.${name}`;
    if (!isJsonObject(value)) fields.set(field, value);
    else for (const [inner, deep] of flatten(value, field)) fields.set(inner, deep);
  }
  return fields;
}

function byName(value: unknown): unknown {
  return typeof value === 'function' ? { function: value.name || 'anonymous' } : value;
}

/** As the journal gives it back: without what is not set. */
function plain(object: Readonly<Record<string, unknown>>): JsonObject {
  return parseJson(JSON.stringify(object)) as JsonObject;
}
