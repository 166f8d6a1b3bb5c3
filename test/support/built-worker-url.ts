/** The worker that `npm run build` makes. */
export function workerUrl(): URL {
  return new URL('../../dist/worker.js', import.meta.url);
}
