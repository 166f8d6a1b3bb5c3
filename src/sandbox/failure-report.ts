import type { QuickJSHandle } from 'quickjs-emscripten';
import type { GuestReport } from './guest-report.js';
import type { Instance } from './instance.js';

/** Reports an error that reached the host, such as one thrown while a program was loaded. */
export function failureReport(instance: Instance, error: QuickJSHandle): GuestReport {
  const { name, message, stack } = describeError(instance, error);
  const fields =
    name === 'InternalError' && message === 'out of memory'
      ? { status: 'out-of-memory' }
      : { status: 'threw', name, message, stack };
  return { text: JSON.stringify(fields), steps: instance.counter.steps };
}

function describeError(
  { context }: Instance,
  error: QuickJSHandle,
): { name: string; message: string; stack: string } {
  const kind = context.typeof(error);
  if (kind !== 'object' && kind !== 'function') {
    const message = kind === 'symbol' ? 'a symbol was thrown' : context.getString(error);
    return { name: 'Error', message, stack: '' };
  }
  const read = (property: string): string => {
    const value = context.getProp(error, property);
    return context.typeof(value) === 'string' ? context.getString(value).slice(0, 1000) : '';
  };
  return { name: read('name') || 'Error', message: read('message'), stack: read('stack') };
}
