/** Spells out what JSON cannot carry, so that it is compared too. */
export const spell = (value) => {
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) {
    return { number: Object.is(value, -0) ? '-0' : String(value) };
  }
  if (typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function') {
    return { [typeof value]: String(value) };
  }
  if (value === undefined) return { undefined: true };
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date)
    return { date: Number.isNaN(+value) ? 'invalid' : value.toISOString() };
  if (value instanceof Map) return { map: spell([...value]) };
  if (value instanceof Set) return { set: spell([...value]) };
  if (Array.isArray(value)) return Array.from(value, spell);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, spell(item)]));
};
