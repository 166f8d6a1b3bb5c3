import { defaultTransformTemplate, type TransformTemplate } from 'codeio';

/** A request that says little: what is not told beforehand comes back as a problem. */
export const terseTemplate: TransformTemplate = {
  ...defaultTransformTemplate,
  request: `Rewrite the computation in {{file}} as one pure {{languageName}} function. Add a generator of random inputs with a function generateInput(), a description of the input and the output, a JSON Schema of the input, and a question that can be asked about the function.

{{answer}}

{{raw}}`,
};
