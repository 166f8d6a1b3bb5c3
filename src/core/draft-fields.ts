import { z } from 'zod';

/**
 * The fields of a draft as a model writes them in structured output. Everything is required and of
 * a plain type, which is what strict modes of providers take; what does not apply is empty.
 */
export const draftFieldsSchema: z.ZodObject<{
  notSuitable: z.ZodString;
  code: z.ZodString;
  entrypoint: z.ZodString;
  parameters: z.ZodArray<z.ZodString>;
  inputGenerator: z.ZodString;
  ioDescription: z.ZodString;
  inputSchema: z.ZodString;
  query: z.ZodString;
}> = z.object({
  notSuitable: z.string().describe('why no function can be made of the file; otherwise empty'),
  code: z.string().describe('the complete program, without a fence'),
  entrypoint: z.string().describe('the name of the function in it that is called'),
  parameters: z.array(z.string()).describe('the names of its parameters, in order'),
  inputGenerator: z.string().describe('the program with generateInput(), without a fence'),
  ioDescription: z.string().describe('the description of input and output'),
  inputSchema: z.string().describe('the JSON Schema of the input object, as JSON text'),
  query: z.string().describe('the question'),
});

/** The headings of a draft in sections, by what they head. */
export const draftHeadings = {
  code: 'Code',
  entrypoint: 'Entry point',
  inputGenerator: 'Input generator',
  ioDescription: 'Input and output',
  inputSchema: 'Input schema',
  query: 'Question',
  notSuitable: 'Not suitable',
} as const;

/** A part of a draft that stands under a heading of its own. */
export type DraftSection = keyof typeof draftHeadings;
