import type { TransformTemplate } from './transform-template.js';
import { headings, joinRequest, repair, structured } from './transform-texts.js';

const code = `The code
- Keep the idea and the logic of the computation. When the file does several things, take the one with the most reasoning in it, or combine steps that belong together. Leave the rest out: printing, logging, prompts, files, network, command line, plots, measuring of time.
- What the file fixes at the top, reads, or asks for becomes a parameter. All data comes in through the parameters and leaves as the return value. Constants that belong to the rules stay in the code.
- Write a complete program in {{languageName}} 3 whose entry point is a plain function, defined with def at the top level, that takes exactly its parameters: no *args, no defaults. It imports nothing but {{modules}}. Further functions, classes and constants are welcome; a part for being run as a script is not.
- The same input must always give the same result: no random numbers, no clock, nothing that hangs on the order of a set or on hash(). No file is opened, nothing is printed or read with input(), and no thread or process is started. No function changes a variable outside of it: no global statement, no list or dict of the module that fills up. Where the file draws random numbers or looks at the date, make what was drawn or read a parameter.
- Every parameter must matter to the result.
- Parameters and result are what the json module reads and writes: dicts with strings as keys, lists, strings, booleans, numbers that are finite. A parameter is never a tuple, a set, or a dict with other keys. Turn such values, dates, fractions and instances of classes into plain ones on the way in and out. A result is never None. Round fractions where their tails would be long, and let no whole number grow longer than a person would write it.
- The result should tell much about the computation. A bare yes or no does not; return how it came about as well.
- A call should take a patient person some five to sixty small steps.`;

const generator = `The input generator
- A program of its own in {{languageName}} 3 that defines a function {{generator}}() without parameters. It returns one input: a dict whose keys are exactly the parameters.
- It draws with the module random, which is seeded for it: it calls no random.seed() and makes no random.Random() with a seed. Hardly two calls give the same, and the inputs, ordinary and special ones, lead to many different results. Besides that it imports nothing but {{modules}}, and uses nothing of the other program.
- An input, and the result for it, written as JSON: up to {{maxTextLength}} characters in all, up to {{maxContainerLength}} entries in any list or dict, up to {{maxStringLength}} characters in any string.`;

const sections = `Answer with exactly these six sections and nothing else, the two programs in fences that begin with \`\`\`python and the schema in one that begins with \`\`\`json:

${headings}`;

/**
 * The default texts for `transformCode` into Python. They ask for what `defaultTransformTemplate`
 * asks for, in terms of Python.
 */
export const defaultPythonTransformTemplate: TransformTemplate = {
  request: joinRequest(code, generator),
  sections,
  structured,
  repair,
};
