// Text in the order of ICU's root collation; the engine itself would compare code points, silently.
// biome-ignore-all lint/suspicious/noRedundantUseStrict: the guest evaluates this file as a script
// biome-ignore-all lint/style/useTemplate: in QuickJS a template calls String.prototype.concat
() => {
  'use strict';
  const { apply } = Reflect;
  const { create, defineProperty } = Object;
  const { isArray } = Array;
  const { min } = Math;
  const { normalize, toUpperCase, toLowerCase } = String.prototype;
  const { fromCharCode } = String;
  const toText = String;
  const WrongRange = RangeError;
  const WrongType = TypeError;

  /** What ICU ignores weighs 0, letters and signs more, combining marks less. */
  const weights = create(null);
  for (let code = 0; code < 128; code++) weights[fromCharCode(code)] = 0;
  const order = '\t\n\v\f\r _-,;:!?.\'"()[]{}@*/\\&#%`^+<=>|~$0123456789';
  for (let i = 0; i < order.length; i++) weights[order[i]] = i + 1;
  const zero = weights['0'];
  for (let i = 0; i < 26; i++) {
    weights[fromCharCode(65 + i)] = zero + 10 + i;
    weights[fromCharCode(97 + i)] = zero + 10 + i;
  }
  const marks = [
    0x301, 0x300, 0x306, 0x302, 0x30c, 0x30a, 0x308, 0x30b, 0x303, 0x307, 0x327, 0x328, 0x304,
  ];
  for (let i = 0; i < marks.length; i++) weights[fromCharCode(marks[i])] = -1 - i;

  const weigh = (caller, text, at) => {
    const weight = weights[text[at]];
    if (weight !== undefined) return weight;
    const what = 'the character "' + text[at] + '"';
    throw new WrongRange('' + caller + ' with ' + what + ' is not available in the sandbox');
  };
  const isDigit = (weight) => weight >= zero && weight < zero + 10;
  const digitsFrom = (text, at) => {
    let start = at;
    while (start < text.length && text[start] === '0') start++;
    let end = start;
    while (end < text.length && isDigit(weights[text[end]])) end++;
    return { start, end };
  };
  const compareDigits = (left, right, a, b) => {
    const difference = a.end - a.start - (b.end - b.start);
    if (difference !== 0) return difference < 0 ? -1 : 1;
    for (let i = 0; a.start + i < a.end; i++) {
      const x = left[a.start + i];
      const y = right[b.start + i];
      if (x !== y) return x < y ? -1 : 1;
    }
    return 0;
  };

  const skipIgnored = (caller, text, from) => {
    let at = from;
    while (at < text.length && weigh(caller, text, at) === 0) at++;
    return at;
  };
  const compare = (caller, first, second, settings) => {
    if (first === second) return 0;
    const left = apply(normalize, first, ['NFD']);
    const right = apply(normalize, second, ['NFD']);
    let accent = 0;
    let letterCase = 0;
    let i = 0;
    // What both begin with decides nothing, but may be the beginning of a number.
    if (!settings.isNumeric) {
      const end = min(left.length, right.length);
      while (i < end && left[i] === right[i] && left[i] < '\x7f') i++;
    }
    let j = i;
    for (;;) {
      i = skipIgnored(caller, left, i);
      j = skipIgnored(caller, right, j);
      const x = i < left.length ? weigh(caller, left, i) : 0;
      const y = j < right.length ? weigh(caller, right, j) : 0;
      if (x < 0 || y < 0) {
        const a = min(x, 0);
        const b = min(y, 0);
        if (accent === 0 && a !== b) accent = a > b ? -1 : 1;
        if (x < 0) i++;
        if (y < 0) j++;
        continue;
      }
      if (x === 0 && y === 0) break;
      if (settings.isNumeric && isDigit(x) && isDigit(y)) {
        const a = digitsFrom(left, i);
        const b = digitsFrom(right, j);
        const order = compareDigits(left, right, a, b);
        if (order !== 0) return order;
        i = a.end;
        j = b.end;
        continue;
      }
      if (x !== y) return x < y ? -1 : 1;
      if (letterCase === 0 && left[i] !== right[j]) letterCase = left[i] > right[j] ? -1 : 1;
      i++;
      j++;
    }
    return (settings.hasAccents && accent) || (settings.hasCase && letterCase) || 0;
  };

  const plain = { isNumeric: false, hasAccents: true, hasCase: true };
  const refused = ['localeMatcher', 'usage', 'caseFirst', 'ignorePunctuation', 'collation'];
  const refuse = (caller, what) => {
    throw new WrongRange('' + caller + ' with ' + what + ' is not available in the sandbox');
  };
  const checkLocale = (caller, locales) => {
    if (locales === null) throw new WrongType('Cannot convert undefined or null to object');
    const locale = isArray(locales) ? locales[0] : locales;
    if (locale !== undefined && locale !== 'en-US' && locale !== 'en') {
      refuse(caller, 'the locale "' + toText(locale) + '"');
    }
  };
  const resolve = (caller, locales, options) => {
    checkLocale(caller, locales);
    if (options === undefined) return plain;
    if (options === null) throw new WrongType('Cannot convert undefined or null to object');
    for (let i = 0; i < refused.length; i++) {
      if (options[refused[i]] !== undefined) refuse(caller, 'the option ' + refused[i]);
    }
    const { sensitivity = 'variant', numeric } = options;
    const hasAccents = sensitivity === 'accent' || sensitivity === 'variant';
    const hasCase = sensitivity === 'case' || sensitivity === 'variant';
    if (!hasAccents && !hasCase && sensitivity !== 'base') {
      refuse(caller, 'the sensitivity "' + toText(sensitivity) + '"');
    }
    return { isNumeric: !!numeric, hasAccents, hasCase };
  };

  const install = (object, name, length, value) => {
    if (length >= 0) defineProperty(value, 'length', { value: length, configurable: true });
    defineProperty(object, name, { value, writable: true, configurable: true });
  };
  const textOf = (value, caller) => {
    if (value === undefined || value === null) {
      throw new WrongType('' + caller + ' called on null or undefined');
    }
    return toText(value);
  };
  const methods = {
    localeCompare(that, locales, options) {
      const caller = 'String.prototype.localeCompare';
      const settings = resolve(caller, locales, options);
      return compare(caller, textOf(this, caller), toText(that), settings);
    },
    toLocaleUpperCase(locales) {
      const caller = 'String.prototype.toLocaleUpperCase';
      checkLocale(caller, locales);
      return apply(toUpperCase, textOf(this, caller), []);
    },
    toLocaleLowerCase(locales) {
      const caller = 'String.prototype.toLocaleLowerCase';
      checkLocale(caller, locales);
      return apply(toLowerCase, textOf(this, caller), []);
    },
  };
  for (const name of Object.keys(methods)) {
    install(String.prototype, name, name === 'localeCompare' ? 1 : 0, methods[name]);
  }

  const Collator = function Collator(locales, options) {
    const settings = resolve('Intl.Collator', locales, options);
    const collator = create(Collator.prototype);
    install(collator, 'compare', 2, (left, right) => {
      return compare('Intl.Collator', toText(left), toText(right), settings);
    });
    return collator;
  };
  install(Collator.prototype, Symbol.toStringTag, -1, 'Intl.Collator');
  if (globalThis.Intl === undefined) install(globalThis, 'Intl', -1, {});
  install(Intl, 'Collator', 0, Collator);
};
