/** Names of an answer, and of what leads to it when it is someone's. */
const answer = '(?:answer|attempt|guess|prediction|response|reply|try)';
const work =
  '(?:answer|attempt|guess|prediction|response|reply|try|solution|result|output|input|calculation|computation|reasoning|trace|analysis|assumption|idea|estimate)';

/** Words that set an answer apart from the one at hand. */
const earlier = '(?:previous|earlier|prior|former|initial|original|first|last|old)';
const faulty = '(?:wrong|incorrect|mistaken|faulty|failed)';

const said =
  '(?:said|assumed|answered|thought|predicted|guessed|gave|claimed|stated|suggested|proposed|concluded|believed|misread|confused|estimated)';
const once = '(?:previously|earlier|initially|originally|first|before|last time|the first time)';
const myself = "(?:let me|let us|let[’']s|i will|i[’']ll|i should|i need to|i have to)";
const repeat = '(?:re-?)?(?:try|check|calculate|compute|trace|do|consider|evaluate|examine|think)';

/** What gives it away anywhere in an answer. */
const anywhere = toPatterns([
  // "my previous answer", "the first attempt", "that wrong guess", "your last, wrong prediction".
  `(?:my|our|your) (?:(?:${earlier}|${faulty}),? )+${work}s?`,
  `(?:the|that|this|an?) (?:(?:${earlier}|${faulty}),? )+${answer}`,
  `(?:previous|earlier|prior) (?:${faulty} )?(?:answer|attempt|guess|prediction|response)s?`,
  `(?:my|our) ${work} (?:was|were|did|gave|had|failed|missed|above|before)`,
  '(?:second|third|another|new|next|corrected|revised) (?:attempt|try|guess|prediction)',
  '(?:corrected|revised) (?:answer|response|output|input)',
  // "I previously said", "earlier we assumed", "last time I calculated".
  `(?:i|we) (?:had )?${once} ${said}`,
  `${once},? (?:i|we) (?:had )?${said}`,
  '(?:previously|earlier|last time),? i (?:had )?(?:calculated|computed|counted|got)',
  'i (?:had )?(?:previously|earlier|last time) (?:calculated|computed|counted|got)',
  `(?:i|we) (?:had |have )?(?:only|just|merely) ${said}`,
  '(?:i|we) (?:had )?(?:mistakenly|wrongly|incorrectly|erroneously)',
  '(?:i|we) (?:should|could) have',
  'this time,? (?:i|we|let)',
  `${myself} (?:carefully |please )?(?:${repeat}|go (?:through|over)|work (?:through|out))(?: (?:it|this|that|things|everything|the code))?(?: carefully)? (?:again|once more|anew|more carefully)`,
  "(?:let me|let us|let[’']s|i|i will|i[’']ll) (?:carefully )?re-?(?:consider|evaluate|examine|visit|think|check|try|trace|calculate|compute)",
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
  '(?:that|which|this|it|what|answer) was (?:wrong|incorrect|not (?:right|correct))',
  '(?:i|we) (?:had )?(?:misread|misunderstood|miscounted|miscalculated|misinterpreted|overlooked|forgot|neglected)',
]);

/**
 * What gives it away at the beginning, where an answer to feedback says what it keeps and what it
 * changes. Later the same words tell of the calculation.
 */
const atFirst = toPatterns([
  '(?:was|were|came out|are|is) (?:almost |already |only |partly )?(?:right|correct|wrong|incorrect|guess(?:ed|es)|rough|close|the weak spot)',
  '(?:holds?|held) up|(?:checks?|checked) out|(?:what|that|so|they|these|those|\\d+|`\\w+`) (?:stays?|stands?)|stays? certain|stands too',
  '(?:fits?|fit) already|already (?:fits?|fit|had|missed|right)|(?:was|were|slightly|still) too (?:steep|flat|big|small|high|low|many|few|fast|slow|much|little)',
  '(?:come|came|comes) out the same|re-?(?:checked|calculated|computed|considered)|again',
  'i (?:only|had|already)|the (?:mistake|error|slip) (?:must|was|lies|came)|what (?:is missing|remains|stays|i neglected|i only)',
  'improve on|refine|fine tuning|can be saved|instead of',
]);

/** How much of an answer is its beginning, in characters. */
const beginningLength = 300;

/**
 * Says whether an answer sounds as if it came after another: it speaks of an earlier attempt, of
 * feedback, or of a mistake of its own. As the answer to a prompt that holds neither, such a text
 * makes no sense, and teaches a model to invent both.
 *
 * It looks for English phrases, and rather finds one too many than one too few: a pair that is left
 * out costs little, one with a made-up past does harm. So it also finds answers that correct
 * themselves on the way. It cannot find everything: prefer pairs of independent samples. Answers in
 * other languages need a check of their own: see `rewriteRevision` of {@link toPreferencePairs}.
 */
export function refersToFeedback(text: string): boolean {
  const plain = text.trimStart().toLowerCase().replace(/\s+/g, ' ');
  const beginning = plain.slice(0, beginningLength);
  return (
    anywhere.some((pattern) => pattern.test(plain)) ||
    atFirst.some((pattern) => pattern.test(beginning))
  );
}

function toPatterns(phrases: readonly string[]): readonly RegExp[] {
  return phrases.map((phrase) => new RegExp(`(?<![\\w])(?:${phrase})(?![\\w])`));
}
