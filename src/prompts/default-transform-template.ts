import type { TransformTemplate } from './transform-template.js';
import { headings, joinRequest, repair, structured } from './transform-texts.js';

const code = `The code
- Keep the idea and the logic of the computation. When the file does several things, take the one with the most reasoning in it, or combine steps that belong together. Leave the rest out: printing, logging, prompts, files, network, command line, plots, measuring of time.
- What the file fixes at the top, reads, or asks for becomes a parameter. All data comes in through the parameters and leaves as the return value. Constants that belong to the rules stay in the code.
- Write a complete program in {{languageName}}, with clear names, that needs nothing but the language itself: no imports, no packages. Further functions, classes and constants are welcome.
- The same input must always give the same result: no random numbers, no clock, nothing that one call leaves behind for the next. Where the file draws random numbers or looks at the date, make what was drawn or read a parameter.
- Every parameter must matter to the result.
- Parameters and result are plain JSON values: objects, arrays, strings, booleans, finite numbers. Turn sets, maps, dates and class instances into such values on the way in and out. A result is never undefined or null, and whole numbers stay below 2^53. Round fractions where their tails would be long.
- The result should tell much about the computation. A bare yes or no does not; return how it came about as well.
- A call should take a patient person some five to sixty small steps.`;

const generator = `The input generator
- A program of its own in {{languageName}} that exports a function generateInput() without parameters. It returns one input: an object whose keys are exactly the parameters.
- It draws with Math.random (which is seeded for it), so that hardly two calls give the same, and the inputs, ordinary and special ones, lead to many different results. It imports nothing and uses nothing of the other program.
- An input, and the result for it, written as JSON: up to {{maxTextLength}} characters in all, up to {{maxContainerLength}} entries in any array or object, up to {{maxStringLength}} characters in any string.`;

const sections = `Answer with exactly these six sections and nothing else, the two programs and the schema in fenced blocks:

${headings}`;

/** The default texts for `transformCode` into JavaScript and TypeScript, in our own words. They ask for what the paper's transformation asks for (§2.2), and for a seeded generator, a schema and a statement that can be solved without the code besides. */
export const defaultTransformTemplate: TransformTemplate = {
  request: joinRequest(code, generator),
  sections,
  structured,
  repair,
};
