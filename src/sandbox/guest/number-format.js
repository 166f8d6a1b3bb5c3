// Numbers in US English as ICU prints them; the engine itself would print no separators, silently.
// biome-ignore-all lint/suspicious/noRedundantUseStrict: the guest evaluates this file as a script
// biome-ignore-all lint/style/useTemplate: in QuickJS a template calls String.prototype.concat
() => {
  'use strict';
  const { apply } = Reflect;
  const { create, defineProperty } = Object;
  const { isArray } = Array;
  const { floor, max, min } = Math;
  const { slice, indexOf, repeat, toUpperCase } = String.prototype;
  const { valueOf: numberOf } = Number.prototype;
  const { valueOf: bigintOf } = BigInt.prototype;
  const toNumber = Number;
  const toText = String;
  const WrongRange = RangeError;
  const WrongType = TypeError;

  const symbols = create(null);
  symbols.USD = '$';
  symbols.EUR = '€';
  symbols.GBP = '£';
  symbols.JPY = '¥';
  const refused = [
    ...['localeMatcher', 'numberingSystem', 'currencyDisplay', 'currencySign', 'unit'],
    ...['unitDisplay', 'notation', 'compactDisplay', 'signDisplay', 'roundingMode'],
    ...['roundingPriority', 'roundingIncrement', 'trailingZeroDisplay'],
    ...['minimumSignificantDigits', 'maximumSignificantDigits'],
  ];
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
  const readDigits = (options, name, least, most, fallback) => {
    if (options[name] === undefined) return fallback;
    const count = toNumber(options[name]);
    if (!(count >= least && count <= most))
      throw new WrongRange('' + name + ' value is out of range.');
    return floor(count);
  };
  const resolve = (caller, locales, options) => {
    checkLocale(caller, locales);
    if (options === undefined) {
      return { prefix: '', suffix: '', shift: 0, isGrouped: true, integer: 1, least: 0, most: 3 };
    }
    if (options === null) throw new WrongType('' + caller + ' called on null or undefined');
    for (let i = 0; i < refused.length; i++) {
      if (options[refused[i]] !== undefined) refuse(caller, 'the option ' + refused[i]);
    }
    const { style = 'decimal', currency, useGrouping = true } = options;
    if (style !== 'decimal' && style !== 'percent' && style !== 'currency') {
      refuse(caller, 'the style "' + toText(style) + '"');
    }
    if (typeof useGrouping !== 'boolean') refuse(caller, 'a useGrouping that is no boolean');
    let prefix = '';
    let usual = 0;
    if (style === 'currency') {
      if (currency === undefined) {
        throw new WrongType('Currency code is required with currency style.');
      }
      const code = apply(toUpperCase, toText(currency), []);
      prefix = symbols[code] ?? refuse(caller, 'the currency "' + code + '"');
      usual = code === 'JPY' ? 0 : 2;
    }
    const integer = readDigits(options, 'minimumIntegerDigits', 1, 21, 1);
    let least = readDigits(options, 'minimumFractionDigits', 0, 20, undefined);
    const usualMost = max(least ?? usual, style === 'decimal' ? 3 : usual);
    const most = readDigits(options, 'maximumFractionDigits', least ?? 0, 20, usualMost);
    least ??= min(usual, most);
    const isPercent = style === 'percent';
    const suffix = isPercent ? '%' : '';
    const shift = isPercent ? 2 : 0;
    return { prefix, suffix, shift, isGrouped: useGrouping, integer, least, most };
  };

  const cut = (text, from, to) => apply(slice, text, [from, to]);
  const zeros = (count) => apply(repeat, '0', [max(count, 0)]);
  /** Adds one to a number written in digits. */
  const increment = (digits) => {
    let at = digits.length - 1;
    while (at >= 0 && digits[at] === '9') at--;
    const head = at < 0 ? '1' : cut(digits, 0, at) + toText(+digits[at] + 1);
    return head + zeros(digits.length - 1 - at);
  };
  const format = (value, { prefix, suffix, shift, isGrouped, integer, least, most }) => {
    const isNegative = value < 0 || (value === 0 && 1 / toNumber(value) < 0);
    const sign = (isNegative ? '-' : '') + prefix;
    const shown = toText(value < 0 ? -value : value);
    if (shown === 'NaN' || shown === 'Infinity') {
      return sign + (shown === 'NaN' ? shown : '∞') + suffix;
    }
    // Like ICU, round the shortest decimal that stands for the number, not its exact value.
    const exponentAt = apply(indexOf, shown, ['e']);
    const mantissa = exponentAt < 0 ? shown : cut(shown, 0, exponentAt);
    const pointAt = apply(indexOf, mantissa, ['.']);
    let whole = pointAt < 0 ? mantissa : cut(mantissa, 0, pointAt);
    let fraction = pointAt < 0 ? '' : cut(mantissa, pointAt + 1);
    const move = shift + (exponentAt < 0 ? 0 : +cut(shown, exponentAt + 1));
    const padded =
      zeros(1 - move - whole.length) + whole + fraction + zeros(move - fraction.length);
    const split = max(whole.length + move, 1);
    whole = cut(padded, 0, split);
    fraction = cut(padded, split);
    if (fraction.length > most) {
      const kept = whole + cut(fraction, 0, most);
      const rounded = fraction[most] >= '5' ? increment(kept) : kept;
      whole = cut(rounded, 0, rounded.length - most);
      fraction = cut(rounded, rounded.length - most);
    }
    let end = fraction.length;
    while (end > least && fraction[end - 1] === '0') end--;
    fraction = cut(fraction, 0, end) + zeros(least - end);
    let start = 0;
    while (whole[start] === '0' && start < whole.length - 1) start++;
    whole = cut(whole, start);
    whole = zeros(integer - whole.length) + whole;
    let grouped = '';
    for (let i = 0; i < whole.length; i++) {
      if (isGrouped && i > 0 && (whole.length - i) % 3 === 0) grouped += ',';
      grouped += whole[i];
    }
    return sign + grouped + (fraction === '' ? '' : '.' + fraction) + suffix;
  };

  const install = (object, name, length, value) => {
    if (length >= 0) defineProperty(value, 'length', { value: length, configurable: true });
    defineProperty(object, name, { value, writable: true, configurable: true });
  };
  const installMethod = (prototype, caller, unwrap) => {
    const methods = {
      toLocaleString(locales, options) {
        const value = apply(unwrap, this, []);
        return format(value, resolve(caller, locales, options));
      },
    };
    install(prototype, 'toLocaleString', 0, methods.toLocaleString);
  };
  installMethod(Number.prototype, 'Number.prototype.toLocaleString', numberOf);
  installMethod(BigInt.prototype, 'BigInt.prototype.toLocaleString', bigintOf);

  const NumberFormat = function NumberFormat(locales, options) {
    const settings = resolve('Intl.NumberFormat', locales, options);
    const formatter = create(NumberFormat.prototype);
    install(formatter, 'format', 1, (value) => {
      return format(typeof value === 'bigint' ? value : toNumber(value), settings);
    });
    return formatter;
  };
  install(NumberFormat.prototype, Symbol.toStringTag, -1, 'Intl.NumberFormat');
  if (globalThis.Intl === undefined) install(globalThis, 'Intl', -1, {});
  install(Intl, 'NumberFormat', 0, NumberFormat);
};
