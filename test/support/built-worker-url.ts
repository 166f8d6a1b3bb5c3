/** The worker that `npm run build` makes. */
export function workerUrl(): URL {
  return new URL('../../dist/worker.js', import.meta.url);
}

/** The worker of the Python sandbox. */
export function pythonWorkerUrl(): URL {
  return new URL('../../dist/python-worker.js', import.meta.url);
}

/** The thread that sets up the interpreter of the Python sandbox. */
export function pythonBuilderUrl(): URL {
  return new URL('../../dist/python-builder.js', import.meta.url);
}
