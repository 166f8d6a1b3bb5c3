import { answeringForTheDriver } from './answering-for-the-driver.js';
import type { Attack } from './attack.js';
import { eatingMemory } from './eating-memory.js';
import { eatingTime } from './eating-time.js';
import { floodingTheOutput } from './flooding-the-output.js';
import { forgingCode } from './forging-code.js';
import { forgingResults } from './forging-results.js';
import { leavingThingsBehind } from './leaving-things-behind.js';
import { overflowingTheStack } from './overflowing-the-stack.js';
import { reachingFiles } from './reaching-files.js';
import { reachingJavascript } from './reaching-javascript.js';
import { reachingMemory } from './reaching-memory.js';
import { reachingTheNetwork } from './reaching-the-network.js';
import { reachingTheSystem } from './reaching-the-system.js';

/** Python programs that mean harm, by the kind of harm. */
export const attacks: Readonly<Record<string, readonly Attack[]>> = {
  'reaching for JavaScript': reachingJavascript,
  'reaching for the system': reachingTheSystem,
  'reaching for the network': reachingTheNetwork,
  'reaching for files': reachingFiles,
  'reaching for memory': reachingMemory,
  'forging code': forgingCode,
  'forging results': forgingResults,
  'answering for the driver': answeringForTheDriver,
  'leaving things behind': leavingThingsBehind,
  'overflowing the stack': overflowingTheStack,
  'flooding the output': floodingTheOutput,
  'eating memory': eatingMemory,
  'eating time': eatingTime,
};
