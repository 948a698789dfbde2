/** What the service remarks on an estimate or a plan: said here from the code and the values, in the page's language. */
import { el } from './dom.js';
import { day, number } from './format.js';
import { count, has, language, said, t } from './i18n.js';
import { itemName, rateName } from './names.js';

/** Sentences that were written down with the number, in the language of the catalogue. */
const WRITTEN = ['model_note', 'price_note'];
const QUOTED = [...WRITTEN, 'quota', 'vat', 'seller_rounding'];

const word = key => value => has(key + value) ? t(key + value) : value;
const FORMS = { on: day, date: day, from: day, item: itemName, tool: value => has(`i_${value}`) ? t(`i_${value}`) : value,
  meter: itemOrUnit, rate: rateName, reading: rateName, unit: word('unit_'), reason: word('') };

function itemOrUnit(meter) {
  return has(`meter_${meter}`) ? t(`meter_${meter}`) : meter;
}

function valueOf([name, value]) {
  if (typeof value === 'number') return [name, name === 'days' ? count('days_n', value, number(value)) : number(value)];
  return [name, Array.isArray(value) ? value.join(', ') : (FORMS[name] ?? String)(value)];
}

const title = note => has(`note_${note.code}`) ? `${t(`note_${note.code}`)}${language === 'zh' ? '：' : ': '}` : '';

/** The sentence, or null for one that has no words here: then the service's own is shown. */
function sentence(note) {
  if (WRITTEN.includes(note.code)) return null;
  // A Russian day ends with a point of its own.
  return said(`said_${note.code}`, Object.fromEntries(Object.entries(note.values ?? {}).map(valueOf)))?.replace(/\.\.$/, '.') ?? null;
}

export function remark(note) {
  const text = sentence(note);
  const quoted = QUOTED.includes(note.code) && language !== 'en' ? el('small', { class: 'muted' }, ` (${t('in_source_language')})`) : null;
  return [el('b', {}, title(note)), text === null ? el('span', { lang: 'en' }, note.text) : text, quoted].filter(Boolean);
}

export const remarkText = note => title(note) + (sentence(note) ?? note.text);

