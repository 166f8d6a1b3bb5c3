/**
 * Writes a value as JSON that may stand in a `<script>` element: no `<` that could end it or begin a
 * comment, and only characters that survive UTF-8.
 */
export function embeddedJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** How many bytes a value takes in the page. */
export function embeddedBytes(value: unknown): number {
  return Buffer.byteLength(embeddedJson(value));
}
