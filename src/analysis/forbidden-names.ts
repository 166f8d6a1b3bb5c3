import type { CodeProblemKind } from '../core/code-problem.js';
import type { GlobalUse } from './find-global-uses.js';

/** Something that a pure function may not use. */
export interface ForbiddenName {
  /** The name, and that of a member, as they are written: `Date.now`. */
  readonly name: string;
  readonly kind: CodeProblemKind;
  /** What code does that uses it: `reads the clock`. */
  readonly deed: string;
  /** Which uses of it itself are forbidden, and none of its members; otherwise all are. */
  readonly isForbidden?: ((use: GlobalUse) => boolean) | undefined;
}

function forbid(kind: CodeProblemKind, deed: string, names: string): readonly ForbiddenName[] {
  return names.split(' ').map((name) => ({ name, kind, deed }));
}

const readsClock = 'reads the clock';
const runsText = 'makes code out of text';

/** `Date()` ignores its arguments; `new Date(time)` is as good as its argument. */
const readsTime = ({ manner, call }: GlobalUse): boolean =>
  manner === 'called' || (manner === 'constructed' && call?.arguments.length === 0);
const isInvoked = ({ manner }: GlobalUse): boolean =>
  manner === 'called' || manner === 'constructed';

const forbiddenNames: readonly ForbiddenName[] = [
  ...forbid('clock', readsClock, 'Date.now Temporal.Now performance process.hrtime process.uptime'),
  { name: 'Date', kind: 'clock', deed: readsClock, isForbidden: readsTime },
  ...forbid('clock', 'uses a timer', 'setTimeout setInterval setImmediate clearTimeout'),
  ...forbid('clock', 'uses a timer', 'clearInterval clearImmediate requestAnimationFrame'),
  ...forbid('clock', 'uses a timer', 'cancelAnimationFrame requestIdleCallback'),
  ...forbid('randomness', 'draws random numbers', 'Math.random crypto'),
  ...forbid('output', 'prints', 'console print printErr alert process.stdout process.stderr'),
  ...forbid('input-output', 'waits for input', 'prompt confirm readline readLine process.stdin'),
  ...forbid('input-output', 'depends on its surroundings', 'process Deno Bun std os scriptArgs'),
  ...forbid('input-output', 'depends on its surroundings', '__dirname __filename window document'),
  ...forbid('input-output', 'depends on its surroundings', 'navigator location history screen'),
  ...forbid('input-output', 'depends on its surroundings', 'localStorage sessionStorage indexedDB'),
  ...forbid('input-output', 'depends on its surroundings', 'caches FileReader Blob File'),
  ...forbid('network', 'uses the network', 'fetch XMLHttpRequest WebSocket EventSource Request'),
  ...forbid('network', 'uses the network', 'Response Headers FormData BroadcastChannel'),
  ...forbid('network', 'uses the network', 'WebTransport RTCPeerConnection'),
  ...forbid('network', 'uses the network', 'navigator.sendBeacon'),
  ...forbid('import', 'imports a script', 'importScripts module.require'),
  ...forbid('hidden-code', runsText, 'eval'),
  { name: 'Function', kind: 'hidden-code', deed: runsText, isForbidden: isInvoked },
  ...forbid('hidden-code', 'runs code that cannot be read', 'WebAssembly Worker SharedWorker'),
];

const byName = new Map(forbiddenNames.map((forbidden) => [forbidden.name, forbidden]));

/** Finds what forbids a use: the rule for a member, such as `process.stdout`, before that for the whole. */
export function findForbidden(use: GlobalUse): ForbiddenName | undefined {
  const [first, second] = use.path;
  if (second !== undefined) {
    const forbidden = byName.get(`${first}.${second}`);
    if (forbidden !== undefined) return forbidden;
  }
  const forbidden = byName.get(first);
  if (forbidden?.isForbidden === undefined) return forbidden;
  return second === undefined && forbidden.isForbidden(use) ? forbidden : undefined;
}
