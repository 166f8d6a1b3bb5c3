/**
 * The texts of a prompt, with placeholders in double braces. Known placeholders: `query`,
 * `ioDescription`, `input` (outputs are predicted), `output` and `inputForm` (inputs are predicted),
 * `code`, `language` (for a fence), `languageName` (for prose), `entrypoint`.
 */
export interface PromptTemplate {
  /** The system message; none when absent. */
  readonly system?: string | undefined;
  /** The user message when the output is predicted. */
  readonly output: string;
  /** The user message when the input is predicted. */
  readonly input: string;
}

const placeholder = /\{\{(\w+)\}\}/g;

/**
 * Fills in a template. Values are inserted as they are: braces inside them are not looked at again.
 *
 * @throws TypeError for a placeholder that has no value.
 */
export function renderTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(placeholder, (_, name: string) => {
    if (Object.hasOwn(values, name)) return values[name] as string;
    const known = Object.keys(values).join(', ');
    throw new TypeError(`unknown placeholder {{${name}}} in a template; known here: ${known}`);
  });
}
