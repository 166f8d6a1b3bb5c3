import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import { Refusal } from './refusal.js';

/**
 * Refuses requests that a web page makes through somebody's browser: those with an `Origin`, and
 * those for a host name that is not the server's, which is how a page whose name was bound to
 * this address arrives. An address in place of a name cannot be bound anew.
 *
 * @param names - The host names of the server, in lower case.
 * @throws Refusal with status 403.
 */
export function refuseStrangers(headers: IncomingHttpHeaders, names: readonly string[]): void {
  if (headers.origin !== undefined) {
    throw new Refusal({ statusCode: 403, message: 'requests of web pages are refused' });
  }
  const host = hostName(headers.host ?? '');
  if (isIP(host) !== 0 || names.includes(host)) return;
  throw new Refusal({
    statusCode: 403,
    message: 'the Host header does not name this server; list its name in allowedHosts',
  });
}

/** The name or address in a `Host` header, without port and brackets. */
function hostName(host: string): string {
  const found = /^(?:\[([^\]]*)\]|([^:[\]]*))(?::\d{1,5})?$/.exec(host);
  return (found?.[1] ?? found?.[2] ?? '').toLowerCase();
}
