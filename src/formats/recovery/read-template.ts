const placeholder = /\{\{(\w+)\}\}/;

/**
 * Reads a text that was made from a template of `{{placeholders}}` back: the reverse of filling it
 * in. Every value goes up to the first place where the text after its placeholder comes.
 *
 * @returns The values by placeholder; undefined when the text was not made from the template.
 */
export function readTemplate(
  template: string,
  text: string,
): Readonly<Record<string, string>> | undefined {
  const [start = '', ...pieces] = template.split(placeholder);
  if (pieces.length === 0) return text === start ? {} : undefined;
  if (!text.startsWith(start)) return undefined;
  const values = new Map<string, string>();
  let position = start.length;
  for (let index = 0; index < pieces.length; index += 2) {
    const name = pieces[index] ?? '';
    const literal = pieces[index + 1] ?? '';
    const isLast = index + 2 >= pieces.length;
    const end = isLast ? endBefore(text, literal) : text.indexOf(literal, position);
    if (end < position) return undefined;
    const value = text.slice(position, end);
    if ((values.get(name) ?? value) !== value) return undefined;
    values.set(name, value);
    position = end + literal.length;
  }
  return Object.fromEntries(values);
}

function endBefore(text: string, literal: string): number {
  return text.endsWith(literal) ? text.length - literal.length : -1;
}
