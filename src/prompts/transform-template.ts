/**
 * The texts with which a raw source file is turned into a function, with placeholders in double
 * braces. Known everywhere: `language` (for a fence), `languageName` (for prose), `generator` (the
 * name of the function that draws an input: `generateInput`, or `generate_input` in Python) and
 * `modules` (what programs may import: "the standard library" for Python, with the packages that
 * are allowed besides; "nothing" otherwise). In `request` also `raw` (the file in a fence), `file`
 * (its name, or "a source file"), `answer` (one of the two answer forms), and the limits of inputs
 * and outputs: `maxTextLength`, `maxContainerLength`, `maxStringLength`. In `repair` also `problems`
 * (a list).
 */
export interface TransformTemplate {
  /** The system message; none when absent. */
  readonly system?: string | undefined;
  /** The user message. */
  readonly request: string;
  /** The answer form for models that write text: sections under headings. */
  readonly sections: string;
  /** The answer form for models with structured output. */
  readonly structured: string;
  /** Asks for the whole answer again, after the problems that were found. */
  readonly repair: string;
}
