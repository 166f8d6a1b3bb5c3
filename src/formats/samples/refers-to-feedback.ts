/** Names of an answer, and of what leads to it when it is someone's. */
const answer = '(?:answer|attempt|guess|prediction|response|reply|try)';
const work =
  '(?:answer|attempt|guess|prediction|response|reply|try|solution|result|output|input|calculation|computation|reasoning|trace|analysis|assumption)';

/** Words that set an answer apart from the one at hand. */
const earlier = '(?:previous|earlier|prior|former|initial|original|first|last|old)';
const faulty = '(?:wrong|incorrect|mistaken|faulty|failed)';

const said =
  '(?:said|assumed|answered|thought|predicted|guessed|gave|claimed|stated|suggested|proposed|concluded|believed|misread|confused)';
const once = '(?:previously|earlier|initially|originally|first|before|last time|the first time)';

const references: readonly RegExp[] = [
  // "my previous answer", "the first attempt", "that wrong guess", "your last, wrong prediction".
  `(?:my|our|your) (?:(?:${earlier}|${faulty}),? )+${work}s?`,
  `(?:the|that|this|an?) (?:(?:${earlier}|${faulty}),? )+${answer}`,
  `(?:previous|earlier|prior) (?:${faulty} )?(?:answer|attempt|guess|prediction|response)s?`,
  `(?:my|our) ${work} (?:was|were|did|gave|had|failed|missed|above|before)`,
  `(?:second|third|another|new|next|corrected|revised) (?:attempt|try|guess|prediction)`,
  '(?:corrected|revised) (?:answer|response|output|input)',
  // "I previously said", "earlier we assumed", "last time I calculated".
  `(?:i|we) (?:had )?${once} ${said}`,
  `${once},? (?:i|we) (?:had )?${said}`,
  'i (?:had )?(?:previously|earlier|last time) (?:calculated|computed|counted|got)',
  '(?:previously|earlier|last time),? i (?:had )?(?:calculated|computed|counted|got)',
  '(?:i|we) (?:had )?(?:mistakenly|wrongly|incorrectly|erroneously)',
  'this time,? (?:i|we|let)',
  "(?:let me|let us|let[’']s|i will|i[’']ll|i should|i need to|i have to) (?:carefully |please )?(?:try|check|calculate|compute|trace|do|go (?:through|over)|work (?:through|out)|re-?(?:try|check|calculate|compute|trace|do|consider|evaluate|examine|visit|think|work))(?: (?:it|this|that|things|everything|the code))?(?: carefully)? (?:again|once more|anew|more carefully)",
  "(?:let me|let us|let[’']s|i will|i[’']ll) (?:carefully )?re-?(?:consider|evaluate|examine|visit|think|check|try|trace|calculate|compute)",
  // What was told, and who told it.
  '(?:the|your|this|that|per|given|based on) (?:execution )?feedback(?! (?:loop|gain|factor|term|signal|coefficient|function|control|register|score|form|vertex|arc))',
  '(?:as|like|since|because) you (?:have )?(?:said|say|noted|note|mentioned|mention|pointed|point|showed|shown|told|indicated)',
  "you(?: are|[’']re| were) (?:absolutely |completely |quite )?(?:right|correct)",
  'thank(?:s| you) for (?:the|your|pointing|catching|letting|clarifying|noticing)',
  // Admissions.
  "(?:i[’']?m|i am|so|very|am) sorry|sorry (?:for|about)|apolog(?:y|ies|i[sz]e|i[sz]ing)|my bad|oops",
  '(?:my|our) (?:(?:earlier|previous) )?(?:mistake|error|oversight|slip)',
  '(?:made|making|makes|see|spotted|found|fix|fixed|correct) (?:a|an|the|my|that) (?:\\w+ )?(?:mistake|oversight)',
  '(?:i|we) made an? (?:\\w+ )?(?:error|slip)',
  '(?:i|we) (?:was|were|have been|had been) (?:wrong|mistaken|incorrect)',
  '(?:that|which|this|it|answer) was (?:wrong|incorrect|not (?:right|correct))',
  '(?:i|we) (?:had )?(?:misread|misunderstood|miscounted|miscalculated|misinterpreted|overlooked|forgot)',
].map((phrase) => new RegExp(`\\b(?:${phrase})\\b`));

/**
 * Says whether an answer sounds as if it came after another: it speaks of an earlier attempt, of
 * feedback, or of a mistake of its own. As the answer to a prompt that holds neither, such a text
 * makes no sense, and teaches a model to invent both.
 *
 * It looks for English phrases, and rather finds one too many than one too few: a pair that is left
 * out costs little, one with a made-up past does harm. So it also finds answers that correct
 * themselves on the way. Answers in other languages need a check of their own: see
 * `rewriteRevision` of {@link toPreferencePairs}.
 */
export function refersToFeedback(text: string): boolean {
  const plain = text.toLowerCase().replace(/\s+/g, ' ');
  return references.some((reference) => reference.test(plain));
}
