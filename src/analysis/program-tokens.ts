import type { AnyNode, LabeledStatement, Literal, TemplateElement, TemplateLiteral } from 'acorn';
import { type NameKind, nameToken } from './name-tokens.js';
import { nodeFields } from './node-fields.js';
import type { ParsedProgram } from './parse-program.js';
import { findTopLevel, resolveNames, type VariableKey } from './resolve-names.js';
import { standardMembers } from './standard-members.js';
import { withoutExport } from './without-export.js';

/** A field of a node of the syntax tree. */
type Field = AnyNode | readonly Field[] | string | boolean | null | undefined;

/** Stands where something optional is missing. */
const absent = '_';
/** Ends a list. */
const end = ')';
const identifierName = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;

/**
 * Writes a program as tokens: every node of its tree as one token of its type, operator and flags
 * (`BinaryExpression:+`), followed by what is in it. Names, texts and numbers are tokens of their own.
 *
 * @param entrypoint - Name of the function that is called: which one it is comes last.
 */
export function programTokens({ ast, scopes }: ParsedProgram, entrypoint?: string): string[] {
  const tokens: string[] = [];
  const variables = resolveNames(scopes);
  const numbers = {
    variable: new Map<VariableKey, number>(),
    member: new Map<VariableKey, number>(),
    private: new Map<VariableKey, number>(),
  };
  let labels: ReadonlyMap<string, number> = new Map();
  let labelCount = 0;

  const write = (node: AnyNode): void => {
    switch (node.type) {
      case 'Identifier': {
        const variable = variables.get(node);
        tokens.push(variable === undefined ? node.name : renamed('variable', variable));
        return;
      }
      case 'PrivateIdentifier':
        tokens.push(renamed('private', node.name));
        return;
      case 'Literal':
        tokens.push(literalToken(node));
        return;
      case 'TemplateLiteral':
        writeTemplate(node);
        return;
      case 'TaggedTemplateExpression':
        tokens.push('TaggedTemplateExpression:');
        write(node.tag);
        writeParts(node.quasi, (part) => part.value.raw);
        return;
      case 'MemberExpression':
        tokens.push(node.optional ? 'MemberExpression:?' : 'MemberExpression:');
        write(node.object);
        writeKey(node.property, node.computed);
        return;
      case 'Property':
        tokens.push(`Property:${node.kind}${node.method ? ' method' : ''}`);
        writeKey(node.key, node.computed);
        write(node.value);
        return;
      case 'MethodDefinition':
      case 'PropertyDefinition': {
        const kind = node.type === 'MethodDefinition' ? node.kind : '';
        tokens.push(`${node.type}:${kind}${node.static ? ' static' : ''}`);
        writeKey(node.key, node.computed);
        writeField(node.value);
        return;
      }
      case 'LabeledStatement':
        writeLabeled(node);
        return;
      case 'BreakStatement':
      case 'ContinueStatement': {
        const label = node.label == null ? undefined : labels.get(node.label.name);
        tokens.push(`${node.type}:`, label === undefined ? absent : nameToken('label', label));
        return;
      }
      case 'ImportSpecifier':
        tokens.push('ImportSpecifier:', moduleName(node.imported));
        write(node.local);
        return;
      case 'ExpressionStatement':
        write(node.expression);
        return;
      case 'IfStatement':
        tokens.push('IfStatement:');
        write(node.test);
        writeBody(node.consequent);
        if (node.alternate?.type === 'IfStatement') write(node.alternate);
        else writeBody(node.alternate);
        return;
      case 'Program':
        writeList(node.body.map(withoutExport));
        return;
      case 'UnaryExpression':
        if (node.operator === 'void' && node.argument.type === 'Literal') tokens.push('undefined');
        else writeFields(node);
        return;
      default:
        writeFields(node);
    }
  };

  const writeFields = (node: AnyNode): void => {
    const fields = node as unknown as Readonly<Record<string, Field>>;
    const names = nodeFields.get(node.type);
    if (names === undefined) throw new TypeError(`no fields of ${node.type} are known`);
    const flags = names.filter((name) => fields[name] === true || typeof fields[name] === 'string');
    const words = flags.map((name) => (fields[name] === true ? name : fields[name]));
    tokens.push(`${node.type}:${words.join(' ')}`);
    const isLoop = node.type.startsWith('For') || node.type.endsWith('WhileStatement');
    for (const name of names) {
      const field = fields[name];
      if (typeof field === 'boolean' || typeof field === 'string') continue;
      if (isLoop && name === 'body') writeBody(field as AnyNode);
      else writeField(field);
    }
  };

  const writeField = (field: Field): void => {
    if (field === null || field === undefined) tokens.push(absent);
    else if (Array.isArray(field)) writeList(field);
    else write(field as AnyNode);
  };

  const writeList = (fields: readonly Field[]): void => {
    for (const field of fields) if (!isEmptyStatement(field)) writeField(field);
    tokens.push(end);
  };

  /** Writes the statement of a loop or branch as a block, whether it has braces or not. */
  const writeBody = (body: AnyNode | null | undefined): void => {
    if (body == null || body.type === 'BlockStatement') {
      writeField(body);
      return;
    }
    tokens.push('BlockStatement:');
    writeList([body]);
  };

  /** Writes the name of a member. A text in brackets that could stand after a dot is one. */
  const writeKey = (key: AnyNode, isComputed: boolean | undefined): void => {
    const isText = key.type === 'Literal' && typeof key.value === 'string';
    if (!isComputed && key.type === 'Identifier') tokens.push(memberToken(key.name));
    else if (isText) tokens.push(memberToken(key.value as string));
    else if (!isComputed && key.type === 'Literal') tokens.push(memberToken(String(key.value)));
    else {
      if (isComputed) tokens.push('[');
      write(key);
    }
  };

  const memberToken = (name: string): string => {
    if (!identifierName.test(name)) return textToken(name);
    return standardMembers.has(name) ? `.${name}` : renamed('member', name);
  };

  const writeTemplate = (node: TemplateLiteral): void => {
    const text = (part: TemplateElement): string => part.value.cooked ?? part.value.raw;
    const [first] = node.quasis;
    if (first !== undefined && node.quasis.length === 1) tokens.push(textToken(text(first)));
    else writeParts(node, text);
  };

  const writeParts = (node: TemplateLiteral, text: (part: TemplateElement) => string): void => {
    tokens.push('TemplateLiteral:');
    for (const [index, part] of node.quasis.entries()) {
      tokens.push(textToken(text(part)));
      writeField(node.expressions[index] ?? []);
    }
  };

  const writeLabeled = ({ label, body }: LabeledStatement): void => {
    const outer = labels;
    const number = labelCount++;
    labels = new Map(outer).set(label.name, number);
    tokens.push('LabeledStatement:', nameToken('label', number));
    write(body);
    labels = outer;
  };

  const renamed = (kind: Exclude<NameKind, 'label'>, key: VariableKey): string => {
    const known = numbers[kind];
    const number = known.get(key) ?? known.size;
    known.set(key, number);
    return nameToken(kind, number);
  };

  const writeEntrypoint = (path: string): void => {
    const [name = '', ...members] = path.split('.');
    const variable = findTopLevel(scopes, name);
    tokens.push('Entrypoint:', variable === undefined ? name : renamed('variable', variable));
    tokens.push(...members.map(memberToken));
  };

  write(ast);
  if (entrypoint !== undefined) writeEntrypoint(entrypoint);
  return tokens;
}

function literalToken(literal: Literal): string {
  if (literal.regex != null) return `/${literal.regex.pattern}/${literal.regex.flags}`;
  const { value } = literal;
  if (typeof value === 'string') return textToken(value);
  return typeof value === 'bigint' ? `${value}n` : String(value);
}

function textToken(text: string): string {
  return JSON.stringify(text);
}

/** The name that a module has for something, which is no name of the program. */
function moduleName(name: AnyNode): string {
  return textToken(
    name.type === 'Identifier' ? name.name : String((name as { value?: unknown }).value),
  );
}

function isEmptyStatement(field: Field): boolean {
  return (field as AnyNode | null)?.type === 'EmptyStatement';
}
