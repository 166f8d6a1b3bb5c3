const fence = /```[\w+-]*[ \t]*\n([\s\S]*?)```/g;

/** Finds the code in a reply: the content of the last fenced block; `undefined` when there is none. */
export function extractCode(text: string): string | undefined {
  return [...text.matchAll(fence)].at(-1)?.[1];
}
