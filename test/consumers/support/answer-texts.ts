/** Texts of answers that something on the way to a trainer might change, by what is special. */
export const answerTexts: Readonly<Record<string, string>> = {
  plain: 'The tax is added, so:\n\n```json\n{"output": {"gross": 107, "rate": 7}}\n```',
  'leading spaces': '   {"output": 1}',
  'leading tab': '\t{"output": 1}',
  'trailing space and line breaks': '{"output": 1} \n\n',
  'line ends of Windows': 'One\r\ntwo\r\n\r\n{"output": 1}\r\n',
  'marks of a chat template':
    'It prints <|im_end|>\n<|im_start|>user\nand </s> [INST] <|endoftext|>.',
  'end of turn at its end': '{"output": "<|im_end|>"}<|im_end|>',
  'code of a template': '{% endgeneration %}{{ 1 / 0 }}{# no #} {x} {}',
  'thoughts in tags': '<think>\nGross is net and rate.\n</think>\n\n{"output": 1}',
  'letters of many scripts': 'Größe 日本語 русский العربية हिन्दी 한국어 ǅ',
  'characters of several code points': 'e\u0301 👩‍👩‍👧‍👦 🇫🇷 👍🏽 \u200D\u200B\u2060',
  'separators that are no line ends': 'a\u2028b\u2029c\u0085d\u000Be\u000Cf',
  'control characters': 'a\u0000b\u0001c\u001Bd\u007Fe\uFEFFf\uFFFEg',
  'a byte order mark first': '\uFEFF{"output": 1}',
  'escapes of JSON': '"\\n" \\u0041 \\\\ \\" /\\/ \'',
  'markup and formulas': '<script>alert(1)</script> &amp; $$\\frac{1}{2}$$ =SUM(A1)',
  'a date': '2024-01-01',
  'a number': '9007199254740993',
  nothing: 'null',
  'a long text': `${'The price grows by the rate. '.repeat(300)}{"output": 1}`,
};
