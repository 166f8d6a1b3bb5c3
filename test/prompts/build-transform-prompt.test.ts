import { describe, expect, it } from 'vitest';
import { defaultPairLimits, defaultTransformTemplate } from '../../src/index.js';
import {
  buildRepairRequest,
  buildTransformPrompt,
} from '../../src/prompts/build-transform-prompt.js';
import { defaultPythonTransformTemplate } from '../../src/prompts/default-python-transform-template.js';

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

  it('speaks of Python when that is the language', () => {
    const python = {
      ...options,
      language: 'python',
      template: defaultPythonTransformTemplate,
    } as const;
    const ask = (form: 'sections' | 'structured', packages?: readonly string[]): string =>
      buildTransformPrompt({ text: 'x = 1' }, { ...python, form, packages })[0]?.content ?? '';
    const [sections, structured] = [ask('sections'), ask('structured')];
    for (const text of [sections, structured]) {
      expect(text).not.toMatch(/\{\{|JavaScript|Math\.random|generateInput|\bexport|undefined/);
      expect(text).toContain('one pure Python function');
      expect(text).toContain('imports nothing but the standard library.');
      expect(text).toContain('a function generate_input() without parameters');
      expect(text).toContain('seeded for it');
      for (const forbidden of ['random numbers', 'clock', 'input()', 'printed', 'file', 'thread']) {
        expect(text).toContain(forbidden);
      }
    }
    expect(sections).toContain('begin with ```python');
    expect(sections).toContain('\n## Input generator\n');
    expect(structured).toContain('"inputGenerator" (string): the program with generate_input().');
    expect(ask('sections', ['numpy', 'sympy'])).toContain(
      'imports nothing but the standard library and the packages numpy, sympy.',
    );
    expect(buildRepairRequest(['First.'], python)).toContain(':\n- First.\n\n');
  });

  it('lets one template serve several languages', () => {
    const template = {
      ...defaultTransformTemplate,
      request: '{{languageName}}: {{generator}}() may import {{modules}}. {{answer}}',
      sections: '```{{language}}',
    };
    const contentIn = (language: 'typescript' | 'python') =>
      buildTransformPrompt({ text: '' }, { ...options, template, language })[0]?.content;
    expect(contentIn('typescript')).toBe(
      'TypeScript: generateInput() may import nothing. ```typescript',
    );
    expect(contentIn('python')).toBe(
      'Python: generate_input() may import the standard library. ```python',
    );
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
