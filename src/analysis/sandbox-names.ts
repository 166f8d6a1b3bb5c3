function listNames(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(' '));
}

/** The names that a program finds in the sandbox, without what it declares itself. */
export const sandboxNames: readonly string[] = listNames(
  'AggregateError Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean DataView Date',
  'Error EvalError FinalizationRegistry Float16Array Float32Array Float64Array Function Infinity',
  'Int16Array Int32Array Int8Array InternalError Intl Iterator JSON Map Math NaN Number Object',
  'Promise Proxy RangeError ReferenceError Reflect RegExp Set SharedArrayBuffer String Symbol',
  'SyntaxError TextDecoder TextEncoder TypeError URIError Uint16Array Uint32Array Uint8Array',
  'Uint8ClampedArray WeakMap WeakRef WeakSet atob btoa clearImmediate clearInterval clearTimeout',
  'console decodeURI decodeURIComponent encodeURI encodeURIComponent escape eval exports',
  'globalThis isFinite isNaN module parseFloat parseInt performance queueMicrotask setImmediate',
  'setInterval setTimeout structuredClone undefined unescape',
);

/** The names that are there, but throw when they are used. */
export const refusedNames: readonly string[] = listNames(
  'AbortController AbortSignal Blob BroadcastChannel Buffer Event EventTarget File FormData',
  'Headers MessageChannel ReadableStream Request Response TransformStream URL URLSearchParams',
  'WebAssembly WritableStream crypto fetch require',
);
