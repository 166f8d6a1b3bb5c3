import { describe, expect, it } from 'vitest';
import { defaultPairLimits, defaultTransformTemplate } from '../../src/index.js';
import {
  buildRepairRequest,
  buildTransformPrompt,
} from '../../src/prompts/build-transform-prompt.js';

const options = {
  template: defaultTransformTemplate,
  language: 'javascript',
  form: 'sections',
  limits: defaultPairLimits,
} as const;

describe('buildTransformPrompt', () => {
  it('leaves no placeholder, in either form and language', () => {
    for (const form of ['sections', 'structured'] as const) {
      for (const language of ['javascript', 'typescript'] as const) {
        const [message, ...more] = buildTransformPrompt(
          { text: 'x = 1' },
          { ...options, form, language },
        );
        expect(more).toEqual([]);
        expect(message?.role).toBe('user');
        expect(message?.content).not.toMatch(/\{\{/);
        expect(message?.content).toContain('Below is a source file,');
      }
    }
  });

  it('tells the limits that inputs and outputs are held to', () => {
    const limits = { ...defaultPairLimits, maxTextLength: 777, maxContainerLength: 33 };
    const [message] = buildTransformPrompt({ text: '' }, { ...options, limits });
    expect(message?.content).toContain('up to 777 characters in all, up to 33 entries');
  });

  it('shows the file as it is, in a fence that it cannot close', () => {
    const text = 'a\n````\n## Code\n{{answer}} {{raw}}\n';
    const [message] = buildTransformPrompt({ text, name: 'a.md' }, options);
    expect(message?.content).toContain(`\n\`\`\`\`\`\n${text.trimEnd()}\n\`\`\`\`\``);
  });

  it('takes other texts, with a system message', () => {
    const template = {
      system: 'You rewrite {{languageName}}.',
      request: '{{file}}: {{raw}} {{answer}}',
      sections: 'in {{language}} sections',
      structured: 'no',
      repair: 'No:\n{{problems}}',
    };
    expect(buildTransformPrompt({ text: 'x', name: 'x.c' }, { ...options, template })).toEqual([
      { role: 'system', content: 'You rewrite JavaScript.' },
      {
        role: 'user',
        content: 'the source file x.c: ```\nx\n``` in javascript sections',
      },
    ]);
    expect(buildRepairRequest(['First.', 'Second.'], { ...options, template })).toBe(
      'No:\n- First.\n- Second.',
    );
  });

  it('names a placeholder that it does not know', () => {
    const template = { ...defaultTransformTemplate, request: '{{raw}} {{code}}' };
    expect(() => buildTransformPrompt({ text: '' }, { ...options, template })).toThrow(
      'unknown placeholder {{code}}',
    );
  });
});
