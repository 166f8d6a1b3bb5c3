import type { z } from 'zod';
import type { Language } from '../core/code-function.js';
import { draftFieldsSchema } from '../core/draft-fields.js';
import { generatorNames } from '../core/generator-names.js';

/** The schema that a draft in a language is asked for with; its descriptions are read by the model. */
export function draftSchema(language: Language): typeof draftFieldsSchema {
  const { shape } = draftFieldsSchema;
  const description = `the program with ${generatorNames[language]}(), without a fence`;
  return draftFieldsSchema.extend({
    inputGenerator: (shape.inputGenerator as z.ZodString).describe(description),
  });
}
