/** Who sells a model: every offer side by side, the cheapest first, each as a multiple of it. */
import { ask, latest, Problem } from './api.js';
import { byId, el } from './dom.js';
import { words } from './fit.js';
import { day, exactMoney, money, times } from './format.js';
import { t } from './i18n.js';
import { fact } from './catalogue.js';
import { perUnit } from './names.js';
import { state } from './state.js';

const run = latest();
let ticked = () => {};

export function start(changed) {
  ticked = changed;
}

/** @param question the table's own, with the prompt */
export async function open(model, { query, ...rest }) {
  const dialog = byId('offers');
  const title = el('h2', { id: 'offers-title' }, t('offers_title', { model }));
  const close = el('div', { class: 'row' }, el('button', { type: 'button', class: 'close', autofocus: true, onclick: () => dialog.close() }, t('close')));
  const show = content => dialog.replaceChildren(title, content, close);
  show(el('p', { class: 'muted' }, '…'));
  if (!dialog.open) dialog.showModal();
  for (const [name, value] of Object.entries({ models: model, offers: 'all', include: 'lines', scale: '12' })) query.set(name, value);
  try {
    const answer = await run(signal => ask('/v1/estimates', { ...rest, query, signal }));
    if (answer !== undefined && dialog.open) show(table(answer.estimates));
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    show(el('p', { class: 'problem', role: 'alert' }, problem.down ? t('unreachable_now') : problem.message));
  }
}

const HEAD = [['col_pick'], ['col_offer'], ['col_fit'], ['o_input', true], ['o_output', true], ['col_total', true], ['col_times', true], ['source']];

function table(estimates) {
  const cheapest = Math.min(...estimates.filter(one => one.cost?.complete && one.fit.verdict === 'fits').map(total).filter(amount => amount > 0));
  return el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-labelledby': 'offers-title' }, el('table', { id: 'offers-table' },
    el('thead', {}, el('tr', {}, HEAD.map(([name, right]) => el('th', { scope: 'col', class: right ? 'n' : null }, t(name))))),
    el('tbody', {}, estimates.map(estimate => el('tr', { 'data-id': estimate.model }, cells(estimate, cheapest).map((cell, i) =>
      el('td', { class: HEAD[i][1] ? 'n' : null }, cell)))))));
}

/** Only amounts in the asked currency can be compared. */
const total = ({ cost }) => cost?.currency === state.currency ? Number(cost[state.bound] ?? NaN) : NaN;

function cells(estimate, cheapest) {
  const { model, cost, price_source: source } = estimate;
  const fit = words(estimate, fact(model));
  const amount = cost?.[state.bound];
  return [
    el('input', { type: 'checkbox', checked: state.models.includes(model), 'aria-label': `${t('col_pick')}: ${model}`, onchange: event => {
      state.models = event.target.checked ? [...state.models, model] : state.models.filter(other => other !== model);
      ticked();
    } }),
    model, el('span', { class: estimate.fit.verdict }, fit.verdict), rate(estimate, 'input_tokens'), rate(estimate, 'output_tokens'),
    amount === undefined ? t('no_price') : el('span', { title: exactMoney(amount, cost.currency) }, money(amount, cost.currency) + (cost.complete ? '' : ' + ?')),
    cost?.complete && total(estimate) > 0 && Number.isFinite(cheapest) ? t('of_cheapest', { n: times(total(estimate) / cheapest) }) : '—',
    source ? el('span', { title: source.title }, day(source.as_of)) : '—',
  ];
}

/** At which rate this request's tokens are billed, its tier and its cache included: the first line's of that meter. */
function rate(estimate, meter) {
  const line = (estimate.lines ?? []).find(one => one.meter === meter && one.rate);
  return line ? perUnit(line.rate.amount, line.rate.currency, line.rate.per) : '—';
}
