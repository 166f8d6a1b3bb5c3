/**
 * The version of the rules by which verdicts and feedback come about: reading answers, equality,
 * checks of inputs, default feedback. To be raised with every change that may give another verdict
 * or another text for the same reply, so that runs do not mix the two.
 */
export const verdictVersion = 1;
