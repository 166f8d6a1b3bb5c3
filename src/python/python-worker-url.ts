/** Where the built worker lies: beside the built file that this module ends up in. */
export function pythonWorkerUrl(): URL {
  return new URL('./python-worker.js', import.meta.url);
}

/** Where the built file lies that sets up an interpreter. */
export function pythonBuilderUrl(): URL {
  return new URL('./python-builder.js', import.meta.url);
}
