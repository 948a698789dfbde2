/** Exchange rates and the catalogue's version: above the table where they change every number, and below it in full. */
import { byId, setText } from './dom.js';
import { day, exactNumber, number } from './format.js';
import { count, t } from './i18n.js';
import { exchangeSource } from './names.js';
import { state } from './state.js';

export function footnote(answer) {
  const rates = answer.exchange.map(rate => t('rate_of', { from: rate.from, to: rate.to, rate: exactNumber(rate.rate), date: day(rate.date), source: exchangeSource(rate.source) }));
  const old = (answer.notes ?? []).some(note => note.code === 'old_exchange_rate')
    ? [t('old_rate', { n: number(Math.max(...answer.exchange.map(rate => (Date.parse(answer.on) - Date.parse(rate.date)) / 86_400_000))) })] : [];
  setText(byId('footnote'), [...rates, ...old, t('prices_of', { version: answer.catalogue })].join(' · '));
}

/**
 * The rate changes every number of the table, so its day and age stand above it.
 *
 * @param missing whether none is known
 */
export function rateLine(answer, missing) {
  const place = byId('rate-line');
  if (missing) {
    place.hidden = false;
    place.className = 'tight';
    setText(place, t('no_rate', { currency: state.currency, date: day(answer.on) }));
    return;
  }
  const rate = answer.exchange.find(one => one.from === 'USD') ?? answer.exchange[0];
  place.hidden = rate === undefined;
  if (rate === undefined) return;
  const days = Math.round((Date.parse(answer.on) - Date.parse(rate.date)) / 86_400_000);
  const old = (answer.notes ?? []).some(note => note.code === 'old_exchange_rate');
  place.className = old ? 'tight' : 'muted';
  setText(place, [t('rate_line', { date: day(rate.date), from: rate.from, to: rate.to, rate: exactNumber(rate.rate) }),
    old ? t('rate_age', { n: count('days_n', days, number(days)) }) : '',
    old ? t('rate_mend', { setting: answer.exchange.some(one => one.to === 'RUB' || one.from === 'RUB') ? 'SMETA_EXCHANGE_FEED=cbr' : 'SMETA_EXCHANGE_FEED=ecb' }) : ''].filter(Boolean).join(' '));
}
