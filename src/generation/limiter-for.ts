import type { LanguageModel } from 'ai';
import { createLimiter, type Limiter, type LimiterOptions } from './limiter.js';

const byModel = new WeakMap<object, Limiter>();
const byName = new Map<string, Limiter>();

/**
 * Returns the limiter of a model, which is made when it is first asked for: everything that calls
 * one model object shares one. Models on the same key share none by themselves; give their runs one
 * limiter of `createLimiter`.
 *
 * @param options - For a limiter that is made now; one that is there keeps its own.
 */
export function limiterFor(model: LanguageModel, options: LimiterOptions = {}): Limiter {
  const known = typeof model === 'string' ? byName.get(model) : byModel.get(model);
  if (known !== undefined) return known;
  const limiter = createLimiter(options);
  if (typeof model === 'string') byName.set(model, limiter);
  else byModel.set(model, limiter);
  return limiter;
}
