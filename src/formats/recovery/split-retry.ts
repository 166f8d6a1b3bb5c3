import { defaultRetryRequest } from '../../revision/revise.js';

/** The feedback to a turn, apart from the request for the next one. */
export interface SplitFeedback {
  readonly feedback: string;
  /** Empty when there is none. */
  readonly retryRequest: string;
}

/** How the request of the published data begins (`hkust-nlp/CodeIO`, `src/build_codeio_rev_msg.py`). */
const publishedRetry = 'Please redo it, ';
const paragraph = '\n\n';

/** Says whether a request to try again is the one of the published data. */
export function isPublishedRetry(retryRequest: string): boolean {
  return retryRequest.startsWith(publishedRetry);
}

/**
 * Takes the request to try again off the end of what the model was told.
 *
 * @param known - The request, when it is known; otherwise the usual ones are looked for, and where
 * there is none of them, the last paragraph is it.
 * @param hasNextTurn - Without a next turn only the usual requests are taken off.
 */
export function splitRetry(
  told: string,
  hasNextTurn: boolean,
  known: string | undefined,
): SplitFeedback {
  const request = known ?? defaultRetryRequest;
  if (request !== '' && told === request) return { feedback: '', retryRequest: request };
  if (request !== '' && told.endsWith(paragraph + request)) {
    return { feedback: told.slice(0, -(paragraph + request).length), retryRequest: request };
  }
  const last = known === undefined ? told.lastIndexOf(paragraph) : -1;
  const retryRequest = last < 0 ? '' : told.slice(last + paragraph.length);
  if (last < 0 || !(hasNextTurn || isPublishedRetry(retryRequest))) {
    return { feedback: told, retryRequest: '' };
  }
  return { feedback: told.slice(0, last), retryRequest };
}
