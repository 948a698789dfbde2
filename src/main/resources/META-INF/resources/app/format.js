/** Numbers, money and days in the page's language. Amounts come and stay as decimal text: no amount goes through a float. */
import { language } from './i18n.js';

const cache = new Map();

function formatter(options) {
  const key = language + JSON.stringify(options);
  if (!cache.has(key)) cache.set(key, new Intl.NumberFormat(language, options));
  return cache.get(key);
}

export const number = value => formatter({ maximumFractionDigits: 2 }).format(value);

export const percent = share => formatter({ style: 'percent', maximumFractionDigits: share < 0.01 ? 2 : share < 0.1 ? 1 : 0 }).format(share);

export const times = value => formatter({ maximumSignificantDigits: value < 100 ? 2 : 3 }).format(value);

/** Round counts of tokens, short: 128K, 1M. */
export const short = value => formatter({ notation: 'compact', maximumFractionDigits: 1 }).format(value);

const size = amount => Math.abs(Number(amount));

/** An amount to read: cents, four decimals below one, four significant digits below a hundredth, never a zero that isn't one. */
export function money(amount, currency) {
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' };
  const value = size(amount);
  if (value === 0) return formatter({ ...style, maximumFractionDigits: 0 }).format(0);
  if (value >= 1) return formatter({ ...style, minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(amount);
  if (value >= 0.01) return formatter({ ...style, minimumFractionDigits: 2, maximumFractionDigits: 4 }).format(amount);
  return formatter({ ...style, maximumSignificantDigits: 4 }).format(amount);
}

/** All digits of an amount. */
export function exactMoney(amount, currency) {
  if (size(amount) === 0) return money('0', currency);
  return formatter({ style: 'currency', currency, currencyDisplay: 'narrowSymbol', minimumFractionDigits: 2, maximumFractionDigits: 20 }).format(amount);
}

export const exactNumber = value => formatter({ maximumFractionDigits: 20 }).format(value);

/** Whole money, for the axis of a chart. */
export const roundMoney = (amount, currency) =>
  formatter({ style: 'currency', currency, currencyDisplay: 'narrowSymbol', notation: 'compact', maximumSignificantDigits: 3 }).format(amount);

/** A decimal's digits moved to the left of the point: exact, whatever its length. */
export function shift(amount, places) {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount);
  const digits = whole + fraction.padEnd(places, '0');
  const point = whole.length + places;
  const moved = digits.slice(0, point).replace(/^0+(?=\d)/, '') + (digits.length > point ? '.' + digits.slice(point) : '');
  return sign + moved.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
}

/** A day as it is written; what isn't a whole day (a month, a year) stays as it came. */
export function day(text) {
  if (!/^\d{4}-\d{2}-\d{2}/.test(text)) return text;
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(text.slice(0, 10) + 'T00:00:00Z'));
}

export function month(text) {
  return new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(text.slice(0, 7) + '-01T00:00:00Z'));
}

export function shortMonth(text) {
  return new Intl.DateTimeFormat(language, { year: '2-digit', month: 'short', timeZone: 'UTC' }).format(new Date(text.slice(0, 7) + '-01T00:00:00Z'));
}

/** So many percent of an amount: exact, both as decimals in text. */
export function percentOf(amount, percent) {
  const places = [amount, percent].map(decimal => decimal.split('.')[1]?.length ?? 0).reduce((one, other) => one + other) + 2;
  const digits = String(BigInt(amount.replace('.', '')) * BigInt(percent.replace('.', ''))).padStart(places + 1, '0');
  return add(`${digits.slice(0, -places)}.${digits.slice(-places)}`, '0');
}

/** Sums of amounts as text: exact, and written as the service writes amounts, without zeros past the second decimal. */
export const add = (a, b) => decimal(a, b, (one, other) => one + other);

export const subtract = (a, b) => decimal(a, b, (one, other) => one - other);

function decimal(a, b, operation) {
  const places = Math.max(...[a, b].map(amount => amount.split('.')[1]?.length ?? 0));
  const whole = amount => {
    const [integer, fraction = ''] = amount.replace('-', '').split('.');
    return BigInt(integer + fraction.padEnd(places, '0')) * (amount.startsWith('-') ? -1n : 1n);
  };
  const result = operation(whole(a), whole(b));
  const digits = String(result < 0n ? -result : result).padStart(places + 1, '0');
  const fraction = (places ? digits.slice(-places) : '').replace(/0+$/, '').padEnd(2, '0');
  return (result < 0n ? '-' : '') + digits.slice(0, digits.length - places) + '.' + fraction;
}
