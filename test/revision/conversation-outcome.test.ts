import { describe, expect, it } from 'vitest';
import type { VerdictStatus } from '../../src/index.js';
import { conversationOutcome } from '../../src/revision/conversation-outcome.js';

describe('the outcome of a conversation', () => {
  it.each<[string, readonly VerdictStatus[]]>([
    ['correct', ['correct']],
    ['revised', ['mismatch', 'no-answer', 'correct']],
    ['unsolved', ['mismatch', 'step-limit']],
    ['unverifiable', ['mismatch', 'unverifiable']],
    ['correct', ['correct', 'mismatch']],
    ['unverifiable', ['unverifiable', 'correct']],
  ])('is %s after %j', (outcome, verdicts) => {
    expect(conversationOutcome(verdicts)).toBe(outcome);
  });
});
