import type { TransformTemplate } from './transform-template.js';

const task = `Below is {{file}}, as its author left it. Somewhere in it is a computation worth following step by step. Turn that computation into one pure {{languageName}} function, with all that is needed to ask people about it who work the answer out on paper.`;

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

const description = `The description of input and output
- For every parameter: its name in backquotes, its type, its meaning, its range and form, and what must hold between parameters. For the result: its form in detail. Somebody must be able to write a valid input from it alone.`;

const schema = `The schema
- A JSON Schema (draft 2020-12) of the input object: all parameters required, no others allowed, with the ranges, lengths, patterns and choices of the description. Everything that the generator makes must fit.`;

const question = `The question
- A short story from the world that a reader can solve without seeing the code: all rules, constants, orders, ties, roundings and special cases that decide the result.
- It ends with a question (what, which, how many, when …) and a question mark, and names every parameter in backquotes.
- It gives no value of a parameter and no example. It is no programming assignment: not a word about code, functions, programs, or about writing or returning something.`;

const wayOut = `If there is no computation in the file that can be treated like this (only transfers, configuration, plain data), say so instead, and why.`;

const sections = `Answer with exactly these six sections and nothing else, the two programs and the schema in fenced blocks:

## Code
## Entry point
(one line: the name of the function and its parameters, as in settle(debts, rate))
## Input generator
## Input and output
## Input schema
## Question

or, if nothing can be made of the file, with this one section:

## Not suitable
(why)`;

const structured = `Answer with nothing but one JSON object with these fields, all of them present:
- "notSuitable" (string): why nothing can be made of the file; empty otherwise. When it is not empty, leave the other fields empty.
- "code" (string): the program.
- "entrypoint" (string): the name of the function in it.
- "parameters" (array of strings): the names of its parameters, in order.
- "inputGenerator" (string): the program with generateInput().
- "ioDescription" (string): the description of input and output.
- "inputSchema" (string): the schema, as JSON text.
- "query" (string): the question.
Programs are given as they are, without fences around them.`;

const repair = `Your answer was tried out and looked through, and it cannot be used yet:
{{problems}}

Put this right, and see that everything else still fits together. Then give the whole answer again, complete and in the same form, not only what changed.`;

/** The default texts for `transformCode`, in our own words. They ask for what the paper's transformation asks for (§2.2), and for a seeded generator, a schema and a statement that can be solved without the code besides. */
export const defaultTransformTemplate: TransformTemplate = {
  request: [
    task,
    code,
    generator,
    description,
    schema,
    question,
    wayOut,
    '{{answer}}',
    'The file:\n{{raw}}',
  ].join('\n\n'),
  sections,
  structured,
  repair,
};
