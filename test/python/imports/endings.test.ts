import { describe, expect, it } from 'vitest';
import { endings } from '../../../src/python/imports/endings.js';
import type { EndReason, GuestEnded } from '../../../src/python/imports/guest-ended.js';
import { refuse } from '../../../src/python/imports/refusals.js';
import { callImport } from './fake-guest.js';

const reasonOf = (call: () => unknown): EndReason | undefined => {
  try {
    call();
    return undefined;
  } catch (error) {
    return (error as GuestEnded).reason;
  }
};

describe('what would end the process', () => {
  it.each(['exit', 'proc_exit'])('ends the call with its code: %s', (name) => {
    const reason = reasonOf(() => callImport(endings, name, 7));
    expect(reason).toEqual({ kind: 'exit', exitCode: 7 });
  });

  it.each(['abort', '_abort_js', '__assert_fail'])('ends the call: %s', (name) => {
    expect(reasonOf(() => callImport(endings, name))).toEqual({ kind: 'abort' });
  });

  it('may be prepared for without any effect', () => {
    expect(callImport(endings, '_emscripten_runtime_keepalive_clear')).toBeUndefined();
  });
});

describe('what is refused', () => {
  it.each(['_emscripten_system', 'getaddrinfo', '_dlopen_js', 'ffi_call_js', 'JsProxy_GetAttr_js'])(
    'ends the call and tells its name: %s',
    (name) => {
      expect(reasonOf(refuse(name) as () => unknown)).toEqual({ kind: 'refused', name });
    },
  );

  it.each(['__syscall_socket', '__syscall_connect', '__syscall_unlinkat', '__syscall_mkdirat'])(
    'fails as for a user without rights: %s',
    (name) => {
      expect((refuse(name) as () => unknown)()).toBe(-63);
    },
  );

  it.each(['fd_sync', 'fd_pwrite'])('fails with the number of the error alone: %s', (name) => {
    expect((refuse(name) as () => unknown)()).toBe(63);
  });
});
