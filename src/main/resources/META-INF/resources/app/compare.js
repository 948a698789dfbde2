/** Two to five ticked models side by side: what differs is marked, by more than colour. */
import { fact } from './catalogue.js';
import { byId, el } from './dom.js';
import { thresholds, words } from './fit.js';
import { exactMoney, money, number } from './format.js';
import { t } from './i18n.js';
import { rowOf } from './models.js';
import { perUnit, unitName } from './names.js';
import { state } from './state.js';

const MOST = 5;
/** The price list's own line of the first of these meters that it has. */
const rate = (model, ...meters) => {
  const meter = meters.find(name => model.rates?.lines?.[name]);
  if (meter === undefined) return '—';
  const { amount, currency, per } = model.rates.lines[meter];
  return perUnit(amount, currency, per) + (meter.endsWith('_tokens') ? '' : ` (${unitName(meter)})`);
};
const LINES = {
  c_tokens: ({ input_tokens: input }) => (input.precision === 'exact' ? '' : '≈ ') + number(input.likely),
  c_fit: (estimate, model) => words(estimate, model).verdict,
  c_context: ({ fit }) => number(fit.context ?? fit.max_input ?? NaN).replace('NaN', t('unknown')),
  c_reply: ({ fit }) => fit.max_output === undefined ? '—' : number(fit.max_output),
  c_input_rate: (estimate, model) => rate(model, 'input_tokens'),
  c_output_rate: (estimate, model) => rate(model, 'output_tokens'),
  c_cache_rate: (estimate, model) => rate(model, 'cache_read_tokens'),
  c_image_rate: (estimate, model) => rate(model, 'image_tokens', 'images'),
  c_audio_rate: (estimate, model) => rate(model, 'audio_tokens', 'audio_seconds'),
  c_speech_rate: (estimate, model) => rate(model, 'audio_output_tokens', 'audio_output_seconds'),
  c_picture_rate: (estimate, model) => rate(model, 'image_output_tokens', 'output_images'),
  c_tiers: (estimate, model) => thresholds(model).map(number).join(', ') || '—',
  col_total: ({ cost }) => cost?.[state.bound] === undefined ? t('no_price') : money(cost[state.bound], cost.currency) + (cost.complete ? '' : ' + ?'),
  col_range: ({ cost }) => cost ? `${exactMoney(cost.low, cost.currency)} … ${cost.high === undefined ? t('no_bound') : exactMoney(cost.high, cost.currency)}` : '—',
};

export function start() {
  byId('compare').addEventListener('click', open);
}

function open() {
  const dialog = byId('compare-dialog');
  const rows = state.models.map(rowOf).filter(Boolean).slice(0, MOST);
  const content = rows.length < 2 ? el('p', {}, t('compare_pick')) : el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-labelledby': 'compare-title' }, table(rows));
  dialog.replaceChildren(el('h2', { id: 'compare-title' }, t('compare_title')), content,
    el('div', { class: 'row' }, el('button', { type: 'button', class: 'close', autofocus: true, onclick: () => dialog.close() }, t('close'))));
  dialog.showModal();
}

function table(rows) {
  return el('table', { id: 'compare-table' }, el('thead', {}, el('tr', {}, el('td'), rows.map(row => el('th', { scope: 'col' }, row.id)))),
    el('tbody', {}, Object.entries(LINES).map(([name, of]) => {
      const values = rows.map(row => of(row.estimate, fact(row.id)));
      const differs = new Set(values).size > 1;
      return el('tr', { class: differs ? 'differs' : null }, el('th', { scope: 'row' }, t(name), differs ? el('small', { class: 'muted' }, ` ≠ ${t('differs')}`) : null),
        values.map(value => el('td', {}, value)));
    })));
}
