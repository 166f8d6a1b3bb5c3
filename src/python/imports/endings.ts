import { GuestEnded } from './guest-ended.js';
import type { ImportFunctions } from './import-functions.js';

function exit(exitCode: number | bigint): never {
  throw new GuestEnded({ kind: 'exit', exitCode: Number(exitCode) });
}

function abort(): never {
  throw new GuestEnded({ kind: 'abort' });
}

/** What would end the process, and ends the call instead. */
export const endings: ImportFunctions = {
  exit,
  proc_exit: exit,
  _abort_js: abort,
  abort,
  // On the way to an exit.
  _emscripten_runtime_keepalive_clear() {},
  __assert_fail: abort,
  // There is no network, which is no reason to end the call: EAI_FAIL.
  getaddrinfo: () => -4,
};
