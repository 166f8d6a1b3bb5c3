import type { PromptTemplate } from './prompt-template.js';

const question = `{{query}}

About the data:
{{ioDescription}}`;

const givenInput = `You are given this input:
{{input}}`;

const givenOutput = `You are given this output:
{{output}}`;

const answerWithOutput = `Work out the output that belongs to it. Reason step by step in plain language and do not write any program. End your answer with one JSON object on a line of its own, exactly in this form:
{"output": <the output>}`;

const answerWithInput = `Find an input that leads to exactly this output; if there are several, any one of them will do. Reason step by step in plain language and do not write any program. End your answer with one JSON object on a line of its own, exactly in this form:
{{inputForm}}`;

const codeAsHint = `This {{languageName}} code carries out the task; {{entrypoint}} is where it starts. Let it guide your reasoning, but tell the steps in your own words instead of quoting lines of it.
\`\`\`{{language}}
{{code}}
\`\`\``;

const codeAsTask = `This {{languageName}} code is run by calling {{entrypoint}}:
\`\`\`{{language}}
{{code}}
\`\`\``;

const codeFirst = `First write {{languageName}} code with a function {{entrypoint}} that solves the task in general, in one fenced code block. Then follow your code by hand, step by step, for the given case.`;

const codeOnly = `Answer with nothing but {{languageName}} code in one fenced code block: a function {{entrypoint}} that takes the input's values as described and returns the output.`;

function join(...parts: readonly string[]): string {
  return parts.join('\n\n');
}

/**
 * The prompts of the paper's Table 3, by what the model sees and what it answers with, in our own
 * words. `queryAndCode` and `query` are the defaults with and without code in the prompt.
 */
export const promptTemplates: {
  readonly [name in
    | 'queryAndCode'
    | 'query'
    | 'code'
    | 'queryToCodeAndReasoning'
    | 'queryToCode']: PromptTemplate;
} = {
  queryAndCode: {
    output: join(question, givenInput, answerWithOutput, codeAsHint),
    input: join(question, givenOutput, answerWithInput, codeAsHint),
  },
  query: {
    output: join(question, givenInput, answerWithOutput),
    input: join(question, givenOutput, answerWithInput),
  },
  code: {
    output: join(codeAsTask, givenInput, answerWithOutput),
    input: join(codeAsTask, givenOutput, answerWithInput),
  },
  queryToCodeAndReasoning: {
    output: join(
      question,
      givenInput,
      codeFirst,
      answerWithOutput.replace(' and do not write any program', ''),
    ),
    input: join(
      question,
      givenOutput,
      codeFirst,
      answerWithInput.replace(' and do not write any program', ''),
    ),
  },
  queryToCode: {
    output: join(question, givenInput, codeOnly),
    input: join(question, givenOutput, codeOnly),
  },
};
