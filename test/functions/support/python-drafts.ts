import { type Draft, good } from './drafts.js';

/** `good`, in Python. */
export const goodPython: Draft = {
  ...good,
  code: 'def board(cars, load):\n    left = load\n    boarded = 0\n    for weight in cars:\n        if weight > left:\n            break\n        left -= weight\n        boarded += 1\n    return {"boarded": boarded, "left": left}',
  inputGenerator:
    'import random\n\n\ndef generate_input():\n    cars = [random.randint(1, 9) for _ in range(4)]\n    return {"cars": cars, "load": random.randint(5, 24)}',
};

/** One that loads a module it may not load. */
export const networkedPython: Draft = {
  ...goodPython,
  code: `import requests\n\n\n${goodPython.code}`,
};

/** One that needs a package. */
export const numericPython: Draft = {
  ...goodPython,
  code: 'import numpy as np\n\n\ndef board(cars, load):\n    sums = np.cumsum(cars)\n    return {"boarded": int((sums <= load).sum()), "left": load}',
};

/** Writes a draft in sections as a model does that writes Python. */
export function inPythonSections(draft: Draft): string {
  return [
    `## Code\n\`\`\`python\n${draft.code}\n\`\`\``,
    `## Entry point\n\`${draft.entrypoint}(cars: list[int], load: int)\``,
    `## Input generator\n\`\`\`python\n${draft.inputGenerator}\n\`\`\``,
    `## Input and output\n${draft.ioDescription}`,
    `## Input schema\n\`\`\`json\n${JSON.stringify(draft.inputSchema, undefined, 2)}\n\`\`\``,
    `## Question\n${draft.query}`,
  ].join('\n\n');
}
