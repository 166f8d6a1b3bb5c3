/**
 * The keyword that marks a JSON Schema as inferred from observed inputs, with their number. It
 * stands in the schema itself, so that it goes wherever the schema goes.
 */
export const inferredKeyword = 'x-inferred-from';
