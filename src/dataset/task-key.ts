/** The journal's key of one sample of a task. */
export function taskKey(taskId: string, sample: number): string {
  return `${taskId}#${sample}`;
}

/** Reads what {@link taskKey} wrote. */
export function readTaskKey(key: string): { readonly taskId: string; readonly sample: number } {
  const place = key.lastIndexOf('#');
  return { taskId: key.slice(0, place), sample: Number(key.slice(place + 1)) };
}
