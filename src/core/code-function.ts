import { z } from 'zod';

/** The languages a function may be written in. */
export const languageSchema: z.ZodEnum<{
  javascript: 'javascript';
  typescript: 'typescript';
  python: 'python';
}> = z.enum(['javascript', 'typescript', 'python']);

/** A language that a sandbox may run. */
export type Language = z.infer<typeof languageSchema>;

/**
 * A function in the unified form of CodeI/O (paper §2.2): cleaned code with one entry point, a
 * problem statement, a description of input and output, and a seeded input generator.
 */
export interface CodeFunction {
  /** Stable identity; a content hash unless it was given. */
  readonly id: string;
  /** The language of `code`. */
  readonly language: Language;
  /** The complete program that defines `entrypoint`, exactly as a model gets to see it. */
  readonly code: string;
  /** The name of the function that is called. */
  readonly entrypoint: string;
  /** Parameter names in order: the function is called positionally. Absent: called with the input object. */
  readonly parameters?: readonly string[] | undefined;
  /** The problem statement: a question about the world, not a programming assignment. */
  readonly query: string;
  /** What goes in and what comes out, in words. */
  readonly ioDescription: string;
  /**
   * A program in the same language with `generateInput()`, which draws one input with the seeded
   * `Math.random`; in Python `generate_input()`, which draws it with the seeded module `random`.
   */
  readonly inputGenerator?: string | undefined;
  /** A JSON Schema (2020-12) of the input object. */
  readonly inputSchema?: Readonly<Record<string, unknown>> | undefined;
  /** The kind of reasoning or the field the function belongs to. */
  readonly category?: string | undefined;
  /** Where the function came from, and its licence. */
  readonly source?: { readonly origin: string; readonly license?: string | undefined } | undefined;
}
