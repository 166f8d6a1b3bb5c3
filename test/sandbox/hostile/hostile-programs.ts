import { breakingTheEngine } from './breaking-the-engine.js';
import { changingWhileRead } from './changing-while-read.js';
import { eatingMemory } from './eating-memory.js';
import { eatingTime } from './eating-time.js';
import { eludingInterrupts } from './eluding-interrupts.js';
import { floodingTheOutput } from './flooding-the-output.js';
import { forgingResults } from './forging-results.js';
import type { HostileProgram } from './hostile-program.js';
import { oddSources } from './odd-sources.js';
import { overflowingTheStack } from './overflowing-the-stack.js';
import { reachingTheHost } from './reaching-the-host.js';
import { takingNames } from './taking-names.js';
import { throwingOddly } from './throwing-oddly.js';

/** Programs that mean harm, by the kind of harm. */
export const hostilePrograms: Readonly<Record<string, readonly HostileProgram[]>> = {
  'reaching for the host': reachingTheHost,
  'forging results': forgingResults,
  'changing while it is read': changingWhileRead,
  'throwing oddly': throwingOddly,
  'writing odd sources': oddSources,
  'taking names': takingNames,
  'overflowing the stack': overflowingTheStack,
  'breaking the engine': breakingTheEngine,
  'flooding the output': floodingTheOutput,
  'eating memory': eatingMemory,
  'eating time': eatingTime,
  'eluding interrupts': eludingInterrupts,
};
