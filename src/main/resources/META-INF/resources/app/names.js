/** What the API names by a code — items, meters, rates, sources of exchange rates — in the reader's words. */
import { exactMoney, exactNumber, number } from './format.js';
import { has, language, t } from './i18n.js';

const PLURAL_UNITS = ['token_hours', 'tokens', 'characters', 'images', 'seconds', 'pages', 'requests', 'searches'];

export const unitName = meter => t(`u_${PLURAL_UNITS.find(unit => meter.endsWith(unit)) ?? 'tokens'}`);

/** An item's name: `image[0]` is the first picture. */
export function itemName(item) {
  const [, kind, index] = /^([^[]+)(?:\[(\d+)])?/.exec(item) ?? [null, item];
  return has(`i_${kind}`) ? t(`i_${kind}`, { n: index === undefined ? '' : Number(index) + 1 }).trim() : item;
}

/** A price for so many units, as it is printed: 2.50 $ / 1M. */
export function perUnit(amount, currency, per) {
  const price = exactMoney(amount, currency);
  if (per === 1) return price;
  return t('per_n', { price, n: per === 1_000_000 ? t('million') : per === 1000 ? t('thousand') : number(per) });
}

/** A rate that comes as text: 3.91 RUB / 1000 tokens. */
export function rateName(text) {
  const parts = /^([\d.]+) ([A-Z]{3}) \/ (?:(\d+) )?(\w+)$/.exec(text);
  if (!parts) return text;
  const [, amount, currency, per, unit] = parts;
  return `${perUnit(amount, currency, Number(per ?? 1))} (${unitName(unit)})`;
}

/** How a quantity came about: arithmetic is the same in every language, known words are translated, others are left to English. */
export function howName(how) {
  if (!how) return '';
  if (has(`how_${how}`)) return t(`how_${how}`);
  return language === 'en' || !/[a-z]{3}/i.test(how) ? how.replace(/\d{4,}/g, digits => exactNumber(digits)) : '';
}

const BANKS = { 'Bank of Russia, official rate': 'source_cbr', 'European Central Bank, reference rate': 'source_ecb' };

export function exchangeSource(source) {
  const bank = Object.keys(BANKS).find(name => source.startsWith(name));
  if (!bank) return source;
  const from = /, read from (.+)$/.exec(source)?.[1];
  return t(BANKS[bank]) + (from ? ` (${from})` : '');
}
