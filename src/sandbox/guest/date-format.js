// Dates in US English and UTC as ICU prints them; the engine itself would print others, silently.
// biome-ignore-all lint/suspicious/noRedundantUseStrict: the guest evaluates this file as a script
// biome-ignore-all lint/style/useTemplate: in QuickJS a template calls String.prototype.concat
() => {
  'use strict';
  const { apply } = Reflect;
  const { create, defineProperty } = Object;
  const { isArray } = Array;
  const { now } = Date;
  const { getTime, getUTCFullYear, getUTCMonth, getUTCDate, getUTCDay } = Date.prototype;
  const { getUTCHours, getUTCMinutes, getUTCSeconds } = Date.prototype;
  const { slice } = String.prototype;
  const Timestamp = Date;
  const toText = String;
  const toNumber = Number;
  const { isNaN: isInvalid } = Number;
  const WrongRange = RangeError;
  const WrongType = TypeError;

  const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'];
  months.push('September', 'October', 'November', 'December');
  const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
  const digits = ['numeric', '2-digit'];
  const choices = create(null);
  choices.weekday = ['long', 'short'];
  choices.year = digits;
  choices.month = ['numeric', '2-digit', 'long', 'short'];
  choices.day = digits;
  choices.hour = digits;
  choices.minute = digits;
  choices.second = digits;
  const fields = Object.keys(choices);
  const refused = ['localeMatcher', 'calendar', 'numberingSystem', 'hourCycle', 'era', 'dayPeriod'];
  refused.push('fractionalSecondDigits', 'timeZoneName', 'formatMatcher', 'dateStyle', 'timeStyle');

  const refuse = (caller, what) => {
    throw new WrongRange(caller + ' with ' + what + ' is not available in the sandbox');
  };
  const checkLocale = (caller, locales) => {
    if (locales === null) throw new WrongType('Cannot convert undefined or null to object');
    const locale = isArray(locales) ? locales[0] : locales;
    if (locale !== undefined && locale !== 'en-US' && locale !== 'en') {
      refuse(caller, 'the locale "' + toText(locale) + '"');
    }
  };
  /** Reads the options; `needs` and `adds` are the parts that the caller stands for by default. */
  const resolve = (caller, locales, options, needs, adds) => {
    checkLocale(caller, locales);
    if (options === null) throw new WrongType('Cannot convert undefined or null to object');
    const form = create(null);
    form.hour12 = true;
    if (options !== undefined) {
      for (let i = 0; i < refused.length; i++) {
        if (options[refused[i]] !== undefined) refuse(caller, 'the option ' + refused[i]);
      }
      const { timeZone, hour12 } = options;
      if (timeZone !== undefined && timeZone !== 'UTC') {
        refuse(caller, 'the time zone "' + toText(timeZone) + '"');
      }
      if (hour12 !== undefined) form.hour12 = !!hour12;
      for (let i = 0; i < fields.length; i++) {
        const chosen = options[fields[i]];
        const known = choices[fields[i]];
        if (chosen === undefined) continue;
        let at = 0;
        while (at < known.length && known[at] !== chosen) at++;
        if (at === known.length) refuse(caller, 'the ' + fields[i] + ' "' + toText(chosen) + '"');
        form[fields[i]] = chosen;
      }
    }
    const { weekday, year, month, day, hour, minute, second } = form;
    const hasDate =
      weekday !== undefined || year !== undefined || month !== undefined || day !== undefined;
    const hasTime = hour !== undefined || minute !== undefined || second !== undefined;
    if (!(hasDate && needs !== 'time') && !(hasTime && needs !== 'date')) {
      if (adds !== 'time') form.year = form.month = form.day = 'numeric';
      if (adds !== 'date') form.hour = form.minute = form.second = 'numeric';
    }
    checkFields(caller, form);
    return form;
  };
  /** ICU has peculiar patterns for what nobody writes, such as "2024 (day: 5)". */
  const checkFields = (caller, { weekday, year, month, day, hour, minute, second }) => {
    const isAlone = year === undefined && month === undefined && day === undefined;
    if (
      (weekday !== undefined && !isAlone && (day === undefined || month === undefined)) ||
      (weekday !== undefined && isAlone && hour !== undefined) ||
      (day !== undefined && year !== undefined && month === undefined) ||
      (hour === undefined && (minute !== undefined || second !== undefined)) ||
      (minute === undefined && second !== undefined)
    ) {
      refuse(caller, 'this combination of options');
    }
  };

  const pad = (number) => (number < 10 ? '0' : '') + toText(number);
  const show = (number, choice) => (choice === '2-digit' ? pad(number % 100) : toText(number));
  const name = (names, index, choice) => {
    return choice === 'short' ? apply(slice, names[index], [0, 3]) : names[index];
  };
  const formatDay = (date, { weekday, year, month, day }) => {
    const y = year === undefined ? '' : show(apply(getUTCFullYear, date, []), year);
    const d = day === undefined ? '' : show(apply(getUTCDate, date, []), day);
    const w = weekday === undefined ? '' : name(weekdays, apply(getUTCDay, date, []), weekday);
    if (month === undefined) return w + d + y;
    const index = apply(getUTCMonth, date, []);
    let text = w === '' ? '' : w + ', ';
    if (month === 'long' || month === 'short') {
      text += name(months, index, month) + (d === '' ? '' : ' ' + d);
      return y === '' ? text : text + (d === '' ? ' ' : ', ') + y;
    }
    text += show(index + 1, month) + (d === '' ? '' : '/' + d);
    return y === '' ? text : text + '/' + y;
  };
  const formatTime = (date, { hour, minute, second, hour12 }) => {
    const hours = apply(getUTCHours, date, []);
    let text = hour12 ? show(hours % 12 || 12, hour) : pad(hours || 24);
    if (minute !== undefined) text += ':' + pad(apply(getUTCMinutes, date, []));
    if (second !== undefined) text += ':' + pad(apply(getUTCSeconds, date, []));
    return hour12 ? text + (hours < 12 ? ' AM' : ' PM') : text;
  };
  const format = (caller, date, form) => {
    if (form.year !== undefined && apply(getUTCFullYear, date, []) < 1) {
      refuse(caller, 'a year before 1');
    }
    const { weekday, year, month, day, hour } = form;
    const hasDay =
      weekday !== undefined || year !== undefined || month !== undefined || day !== undefined;
    if (hour === undefined) return formatDay(date, form);
    if (!hasDay) return formatTime(date, form);
    return formatDay(date, form) + (month === 'long' ? ' at ' : ', ') + formatTime(date, form);
  };

  const install = (object, key, length, value) => {
    if (length >= 0) defineProperty(value, 'length', { value: length, configurable: true });
    defineProperty(object, key, { value, writable: true, configurable: true });
  };
  const installLocale = (key, needs, adds) => {
    const caller = 'Date.prototype.' + key;
    const methods = {
      [key](locales, options) {
        const time = apply(getTime, this, []);
        if (isInvalid(time)) return 'Invalid Date';
        return format(caller, this, resolve(caller, locales, options, needs, adds));
      },
    };
    install(Date.prototype, key, 0, methods[key]);
  };
  installLocale('toLocaleString', 'any', 'all');
  installLocale('toLocaleDateString', 'date', 'date');
  installLocale('toLocaleTimeString', 'time', 'time');

  const yearText = (date) => {
    const year = apply(getUTCFullYear, date, []);
    let text = toText(year < 0 ? -year : year);
    while (text.length < 4) text = '0' + text;
    return year < 0 ? '-' + text : text;
  };
  const dayText = (date) => {
    const weekday = name(weekdays, apply(getUTCDay, date, []), 'short');
    const month = name(months, apply(getUTCMonth, date, []), 'short');
    return weekday + ' ' + month + ' ' + pad(apply(getUTCDate, date, [])) + ' ' + yearText(date);
  };
  const timeForm = { minute: 'numeric', second: 'numeric', hour12: false };
  const timeText = (date) => {
    const hours = pad(apply(getUTCHours, date, []));
    const rest = apply(slice, formatTime(date, timeForm), [2]);
    return hours + rest + ' GMT+0000 (Coordinated Universal Time)';
  };
  const installPlain = (key, write) => {
    const methods = {
      [key]() {
        return isInvalid(apply(getTime, this, [])) ? 'Invalid Date' : write(this);
      },
    };
    install(Date.prototype, key, 0, methods[key]);
  };
  installPlain('toString', (date) => dayText(date) + ' ' + timeText(date));
  installPlain('toDateString', dayText);
  installPlain('toTimeString', timeText);

  const DateTimeFormat = function DateTimeFormat(locales, options) {
    const caller = 'Intl.DateTimeFormat';
    const form = resolve(caller, locales, options, 'any', 'date');
    const formatter = create(DateTimeFormat.prototype);
    install(formatter, 'format', 1, (value) => {
      const time = value === undefined ? apply(now, Timestamp, []) : toNumber(value);
      const date = new Timestamp(time);
      if (apply(getTime, date, []) !== time) throw new WrongRange('Invalid time value');
      return format(caller, date, form);
    });
    return formatter;
  };
  install(DateTimeFormat.prototype, Symbol.toStringTag, -1, 'Intl.DateTimeFormat');
  if (globalThis.Intl === undefined) install(globalThis, 'Intl', -1, {});
  install(Intl, 'DateTimeFormat', 0, DateTimeFormat);
};
