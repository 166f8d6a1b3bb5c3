import type { generateText } from 'ai';
import type { Sampling } from '../core/model-reply.js';

/** The AI SDK's settings that {@link Sampling} maps to. */
type Settings = Pick<
  Parameters<typeof generateText>[0],
  | 'temperature'
  | 'topP'
  | 'topK'
  | 'presencePenalty'
  | 'frequencyPenalty'
  | 'maxOutputTokens'
  | 'stopSequences'
  | 'seed'
>;

/** Takes the sampling settings out of other options; those that are not set stay out. */
export function readSampling(options: Sampling): Sampling {
  const { temperature, topP, topK, presencePenalty, frequencyPenalty } = options;
  const { maxOutputTokens, stopSequences, seed } = options;
  const sampling = { temperature, topP, topK, presencePenalty, frequencyPenalty };
  return withoutUndefined({ ...sampling, maxOutputTokens, stopSequences, seed });
}

/** The settings of one of several samples: equal seeds would make equal samples, so each gets its own. */
export function samplingOf(sampling: Sampling, sample: number): Sampling {
  const { seed } = sampling;
  return seed === undefined ? sampling : { ...sampling, seed: seed + sample };
}

/** The settings as the AI SDK takes them: it knows no `undefined` for an absent one. */
export function toSettings(sampling: Sampling): Settings {
  const { stopSequences, ...rest } = sampling;
  const settings = withoutUndefined(rest) as Settings;
  return stopSequences === undefined
    ? settings
    : { ...settings, stopSequences: [...stopSequences] };
}

function withoutUndefined<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}
