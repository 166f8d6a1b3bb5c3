const plainName = /^[\p{L}_$][\p{L}\p{N}_$-]{0,99}$/u;

/** Adds a name to the path of a field: `a.b`, or `a["b c"]` where a dot would not be clear. */
export function fieldPath(path: string, name: string): string {
  if (!plainName.test(name)) return `${path}[${JSON.stringify(name.slice(0, 60))}]`;
  return path === '' ? name : `${path}.${name}`;
}
