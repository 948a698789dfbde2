/** The rows of the table: one element per model for as long as it is asked for, of which only what differs is written. */
import { fact } from './catalogue.js';
import { el, setAttribute, setText } from './dom.js';
import { bar, draw as drawBar, words } from './fit.js';
import { exactMoney, money, number, shift, short, times } from './format.js';
import { t } from './i18n.js';
import { state } from './state.js';

const NOT_ON_OFFER = new Set(['experimental', 'testing', 'pre-release']);
export const COLUMNS = ['pick', 'model', 'fit', 'context', 'input', 'total', 'range', 'times'];

export const numeric = name => ['context', 'input', 'total', 'range', 'times'].includes(name);

export const isOnOffer = row => !row.retired && !NOT_ON_OFFER.has(row.model.status);

/** What the row is about now. */
export function take(row, estimate, day) {
  row.estimate = estimate;
  row.model = fact(row.id);
  row.retired = row.model.retired !== undefined && row.model.retired <= day;
  row.amount = estimate.cost?.[state.bound];
  row.isForeign = row.amount !== undefined && estimate.cost.currency !== state.currency;
  row.total = row.amount === undefined || row.isForeign ? null : Number(row.amount);
}

/** @param starred called when the star was clicked */
export function create(id, starred) {
  const cells = Object.fromEntries(COLUMNS.map(name => [name, el('td', { role: 'cell', class: numeric(name) ? 'n' : null })]));
  const pick = el('input', { type: 'checkbox' });
  const name = el('button', { type: 'button', class: 'name', 'aria-haspopup': 'dialog' }, id.slice(id.indexOf('/') + 1));
  const provider = el('span', { class: 'muted' });
  const marks = el('span', { class: 'marks' });
  const chart = bar();
  const verdict = el('span');
  const more = el('span', { class: 'muted' });
  cells.pick.append(el('label', { class: 'tick' }, pick));
  const star = el('button', { type: 'button', class: 'star', 'aria-pressed': 'false', onclick: event => {
    event.stopPropagation();
    state.starred = state.starred.includes(id) ? state.starred.filter(other => other !== id) : [...state.starred, id];
    starred();
  } });
  cells.model.append(star, name, el('span', { class: 'under' }, provider, marks));
  cells.fit.append(chart, el('span', { class: 'verdict' }, verdict, more));
  const row = { id, model: fact(id), cells, pick, star, name, provider, marks, chart, verdict, more,
    element: el('tr', { role: 'row', 'data-id': id }, COLUMNS.map(column => cells[column])) };
  return row;
}

/** @param cheapest the total that others are multiples of; Infinity for none */
export function write(row, cheapest) {
  const { estimate, cells, model } = row;
  const { cost, input_tokens: input, fit } = estimate;
  for (const column of COLUMNS) setAttribute(cells[column], 'data-label', t(`col_${column}`));
  row.pick.checked = state.models.includes(row.id);
  setAttribute(row.pick, 'aria-label', `${t('col_pick')}: ${row.id}`);
  const isStarred = state.starred.includes(row.id);
  setText(row.star, isStarred ? '★' : '☆');
  setAttribute(row.star, 'aria-pressed', String(isStarred));
  setAttribute(row.star, 'aria-label', t('star', { model: row.id }));
  setText(row.provider, model.provider);
  const marks = [row.retired ? t('retired') : '', ['trial-only', 'free-for-now'].includes(model.rates?.offer) ? t(`offer_${model.rates.offer}`) : '',
    NOT_ON_OFFER.has(model.status) ? t(`status_${model.status}`) : ''].filter(Boolean);
  setText(row.marks, marks.map(mark => ' · ' + mark).join(''));
  drawBar(row.chart, estimate, model);
  const said = words(estimate, model);
  row.verdict.className = fit.verdict;
  setText(row.verdict, said.verdict);
  setText(row.more, said.more ? ' · ' + said.more : '');
  const context = fit.context ?? fit.max_input;
  setText(cells.context, context === undefined ? '—' : short(context));
  cells.context.title = context === undefined ? t('unknown') : number(context);
  setText(cells.input, (input.precision === 'exact' ? '' : '≈ ') + number(input.likely));
  cells.input.title = input.precision === 'exact' ? t('exactly') : input.high === undefined ? t('no_bound') : t('estimated', { low: number(input.low), high: number(input.high) });
  if (row.amount === undefined) {
    setText(cells.total, cost === null || cost === undefined ? t('no_price') : t('no_bound'));
    cells.total.title = '';
  } else {
    const amount = state.per === '1000' ? shift(row.amount, 3) : row.amount;
    if (Number(row.amount) === 0 && cost.complete) setText(cells.total, t('free'));
    else setText(cells.total, (input.precision === 'exact' ? '' : '≈ ') + money(amount, cost.currency) + (cost.complete ? '' : ' + ?'));
    cells.total.title = (row.isForeign ? t('not_converted') + ': ' : '') + (cost.complete ? '' : t('incomplete') + ': ') + exactMoney(amount, cost.currency)
      + (state.per === '1000' ? ' / 1000' : ` · ${exactMoney(cost.billed.amount, cost.billed.currency)}`);
  }
  setText(cells.range, cost && Number(cost.high) === 0 ? '—' : cost ? `${range(cost.low, cost.currency)} … ${cost.high === undefined ? '?' : range(cost.high, cost.currency)}` : '—');
  cells.range.title = cost && cost.high === undefined ? t('no_bound') : '';
  setText(cells.times, row.total > 0 && Number.isFinite(cheapest) && cost.complete ? t('of_cheapest', { n: times(row.total / cheapest) }) : '—');
}

const range = (amount, currency) => money(state.per === '1000' ? shift(amount, 3) : amount, currency);
