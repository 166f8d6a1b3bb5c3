import { errorNumber } from './error-number.js';
import { GuestEnded } from './guest-ended.js';
import type { ImportFunction } from './import-functions.js';

/**
 * Makes what stands in for an import that the guest may not use. Calls of the system fail as they do
 * for a user without rights, which a program can catch; everything else ends the call.
 */
export function refuse(name: string): ImportFunction {
  if (name.startsWith('__syscall_')) return () => -errorNumber.notPermitted;
  if (name.startsWith('fd_')) return () => errorNumber.notPermitted;
  return () => {
    throw new GuestEnded({ kind: 'refused', name });
  };
}
