import { Ajv } from 'ajv';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { optionError } from '../errors/option-error.js';
import { compilePattern } from './linear-pattern.js';

const validators = new WeakMap<object, ValidateFunction>();

/** Says what keeps an object from being a JSON Schema; `undefined` when it is one. */
export function schemaProblem(schema: object): string | undefined {
  try {
    compile(schema);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function compile(schema: object): ValidateFunction {
  // A dialect is a class of the validator, which would look for the schema of one that is named.
  const { $schema: dialect, ...rest } = schema as { readonly $schema?: unknown };
  const Dialect = /draft-0[4-7]/.test(String(dialect)) ? Ajv : Ajv2020;
  // A schema with a name of its own might take that of another one.
  const compiler = '$id' in rest ? createCompiler(Dialect) : sharedCompiler(Dialect);
  try {
    const validate = compiler.compile(rest);
    validators.set(schema, validate);
    return validate;
  } finally {
    // Otherwise it would keep every schema that it ever saw.
    compiler.removeSchema(rest);
  }
}

function createCompiler(Dialect: typeof Ajv): Ajv {
  const code = { regExp: Object.assign(compilePattern, { code: 'compilePattern' }) };
  return new Dialect({
    ...{ allErrors: true, strict: false, logger: false, addUsedSchema: false },
    code,
  });
}

const compilers = new Map<typeof Ajv, Ajv>();

/** Made once, because it compiles the schema of schemas. */
function sharedCompiler(Dialect: typeof Ajv): Ajv {
  let compiler = compilers.get(Dialect);
  if (compiler === undefined) {
    compiler = createCompiler(Dialect);
    compilers.set(Dialect, compiler);
  }
  return compiler;
}

/**
 * Returns the validator of a JSON Schema, compiled once.
 *
 * @throws TypeError when it is no JSON Schema.
 */
export function validatorOf(schema: object): ValidateFunction {
  try {
    return validators.get(schema) ?? compile(schema);
  } catch (cause) {
    throw optionError('inputSchema', `a JSON Schema (${(cause as Error).message})`, schema);
  }
}
