import { UnsupportedFunctionalityError } from 'ai';
import { ModelCallError } from '../errors/model-call-error.js';

/**
 * Says whether a call with structured output may have failed because provider or model do not have
 * it: they call the request a bad one.
 */
export function rejectsStructure(error: unknown): boolean {
  if (!(error instanceof ModelCallError) || error.reason !== 'provider') return false;
  const { statusCode, cause } = error;
  return (
    statusCode === 400 || statusCode === 422 || UnsupportedFunctionalityError.isInstance(cause)
  );
}
