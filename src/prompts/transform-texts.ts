const task = `Below is {{file}}, as its author left it. Somewhere in it is a computation worth following step by step. Turn that computation into one pure {{languageName}} function, with all that is needed to ask people about it who work the answer out on paper.`;

const description = `The description of input and output
- For every parameter: its name in backquotes, its type, its meaning, its range and form, and what must hold between parameters. For the result: its form in detail. Somebody must be able to write a valid input from it alone.`;

const schema = `The schema
- A JSON Schema (draft 2020-12) of the input object: all parameters required, no others allowed, with the ranges, lengths, patterns and choices of the description. Everything that the generator makes must fit.`;

const question = `The question
- A short story from the world that a reader can solve without seeing the code: all rules, constants, orders, ties, roundings and special cases that decide the result.
- It ends with a question (what, which, how many, when …) and a question mark, and names every parameter in backquotes.
- It gives no value of a parameter and no example. It is no programming assignment: not a word about code, functions, programs, or about writing or returning something.`;

const wayOut = `If there is no computation in the file that can be treated like this (only transfers, configuration, plain data), say so instead, and why.`;

/** Puts a request together: what is asked for in every language, and what is said of the programs. */
export function joinRequest(code: string, generator: string): string {
  return [
    ...[task, code, generator, description, schema, question, wayOut],
    ...['{{answer}}', 'The file:\n{{raw}}'],
  ].join('\n\n');
}

/** The headings of an answer in sections, and the way out. */
export const headings: string = `## Code
## Entry point
(one line: the name of the function and its parameters, as in settle(debts, rate))
## Input generator
## Input and output
## Input schema
## Question

or, if nothing can be made of the file, with this one section:

## Not suitable
(why)`;

/** The answer form for structured output. */
export const structured: string = `Answer with nothing but one JSON object with these fields, all of them present:
- "notSuitable" (string): why nothing can be made of the file; empty otherwise. When it is not empty, leave the other fields empty.
- "code" (string): the program.
- "entrypoint" (string): the name of the function in it.
- "parameters" (array of strings): the names of its parameters, in order.
- "inputGenerator" (string): the program with {{generator}}().
- "ioDescription" (string): the description of input and output.
- "inputSchema" (string): the schema, as JSON text.
- "query" (string): the question.
Programs are given as they are, without fences around them.`;

/** What is said after the problems of an answer. */
export const repair: string = `Your answer was tried out and looked through, and it cannot be used yet:
{{problems}}

Put this right, and see that everything else still fits together. Then give the whole answer again, complete and in the same form, not only what changed.`;
