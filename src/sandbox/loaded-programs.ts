import type { Call } from './call.js';
import { failureReport, stepLimitReport } from './call-report.js';
import type { GuestReport } from './guest-report.js';
import type { Instance } from './instance.js';
import type { ResolvedLimits } from './limits.js';
import { findForm, loadProgram } from './load-program.js';
import type { MemoryImage } from './memory-image.js';
import { programKey } from './program-key.js';
import { createRecentMap } from './recent-map.js';

/** A program after loading: the state to start calls from, or what loading came to. */
export type LoadedProgram =
  | { readonly status: 'loaded'; readonly image: MemoryImage; readonly steps: number }
  | { readonly status: 'failed'; readonly report: GuestReport };

/** The programs that one instance has loaded last. */
export interface LoadedPrograms {
  /** Gets the program of a call, loaded if it has to be. */
  find(this: void, call: Call): LoadedProgram;
}

/** Loaded programs that are kept, about a fifth of a megabyte each. */
const keptPrograms = 64;

/** Makes an empty store. Its images belong to the instance, and are of no use to another one. */
export function createLoadedPrograms(instance: Instance, limits: ResolvedLimits): LoadedPrograms {
  const programs = createRecentMap<string, LoadedProgram>(keptPrograms, (dropped) => {
    if (dropped.status === 'loaded') instance.images.release(dropped.image);
  });
  return {
    find(call) {
      const key = programKey(call.program);
      const known = programs.get(key);
      if (known !== undefined) return known;
      // A program that drew on randomness or the clock while it loaded is another one for each of them.
      const ambientKey = `${call.seed} ${call.nowMs} ${key}`;
      const knownHere = programs.get(ambientKey);
      if (knownHere !== undefined) return knownHere;
      const program = load(instance, call, limits);
      programs.set(instance.isAmbientUsed() ? ambientKey : key, program);
      return program;
    },
  };
}

function load(instance: Instance, call: Call, { maxSteps }: ResolvedLimits): LoadedProgram {
  const { images, counter } = instance;
  images.restoreConstants();
  images.restore(instance.pristine);
  const form = findForm(instance.interpreter, call.program);
  // Finding it out has left its traces.
  images.restore(instance.pristine);
  counter.steps = 0;
  instance.configure(call.seed, call.nowMs);
  const thrown = loadProgram(instance, call.program, form, maxSteps);
  if (counter.steps > maxSteps) return { status: 'failed', report: stepLimitReport(instance) };
  if (thrown === undefined) {
    return { status: 'loaded', image: images.take(), steps: counter.steps };
  }
  return { status: 'failed', report: failureReport(instance, thrown, maxSteps) };
}
