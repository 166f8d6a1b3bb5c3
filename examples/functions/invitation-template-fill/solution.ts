type Fields = Record<string, string>;

const BLANK = /\{([a-z]+(?:\|[a-z]+)*)(?::([URV1-9]+))?\}/g;

function applyStep(text: string, step: string): string {
  switch (step) {
    case 'U':
      return text.toUpperCase();
    case 'R':
      return [...text].reverse().join('');
    case 'V':
      return text.replace(/[aeiou]/g, '');
    default:
      return text.slice(0, Number(step));
  }
}

class Scribe {
  readonly used: Record<string, number> = {};
  private readonly open: string[] = [];

  constructor(private readonly fields: Fields) {}

  fill(template: string): string {
    return template.replace(BLANK, (_blank, names: string, steps: string = '') => {
      const name = names.split('|').find((candidate) => this.isAvailable(candidate));
      const value = name === undefined ? '?' : this.lookUp(name);
      return [...steps].reduce(applyStep, value);
    });
  }

  private isAvailable(name: string): boolean {
    return Object.hasOwn(this.fields, name) && !this.open.includes(name);
  }

  private lookUp(name: string): string {
    this.used[name] = (this.used[name] ?? 0) + 1;
    this.open.push(name);
    const value = this.fill(this.fields[name]);
    this.open.pop();
    return value;
  }
}

export function fillInvitation(template: string, fields: Fields) {
  const scribe = new Scribe(fields);
  const text = scribe.fill(template);
  return { text, length: text.length, used: scribe.used };
}
