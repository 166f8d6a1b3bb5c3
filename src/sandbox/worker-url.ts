/** Where the built worker lies: beside the built file that this module ends up in. */
export function workerUrl(): URL {
  return new URL('./worker.js', import.meta.url);
}
