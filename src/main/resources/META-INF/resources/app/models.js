/** The table of models: one row element per model for the page's life; sorting and filtering only reorder them. */
import { announce, byId, el, setAttribute, setText } from './dom.js';
import { bar, draw as drawBar, words } from './fit.js';
import { t } from './i18n.js';
import { exactMoney, money, number, shift, short, times } from './format.js';
import { ask, latest } from './api.js';
import { KNOWN } from './known.js';
import { state } from './state.js';

const NOT_ON_OFFER = new Set(['experimental', 'testing', 'pre-release']);
const VERDICTS = ['fits', 'tight', 'unknown', 'over', 'unsupported'];
export const COLUMNS = ['pick', 'model', 'fit', 'context', 'input', 'total', 'range', 'times'];
const rows = new Map();
export let facts = new Map();
let cheapest = 0;
let wanted = null;
/** The model that the request names. */
let named = null;
let onChange = () => {};
/** A search that no row has in its words, and what the service says it means. */
let meant = { search: '', model: null };
const resolving = latest();
let onOpen = () => {};

/** The model as the list of models describes it. */
export const fact = id => facts.get(id) ?? { accepts: [], aliases: [], limits: {}, provider: '', title: id };

export function start(list, { open, changed, picked }) {
  facts = new Map(list.map(model => [model.id, model]));
  onOpen = open;
  onChange = changed;
  const head = byId('table').tHead.rows[0];
  head.replaceChildren(...COLUMNS.map(name => el('th', { scope: 'col', role: 'columnheader', class: numeric(name) ? 'n' : null, 'data-column': name },
    name === 'pick' ? el('span', { 'data-t': 'col_pick' }) : el('button', { type: 'button', 'data-t': `col_${name}`, onclick: () => {
      state.sort = state.sort === name ? `-${name}` : name;
      changed();
    } }))));
  byId('sort').replaceChildren(...COLUMNS.slice(1).map(name => el('option', { value: name, 'data-t': `col_${name}` })));
  byId('table').tBodies[0].addEventListener('keydown', move);
  byId('table').tBodies[0].addEventListener('change', event => {
    const id = event.target.closest('tr').dataset.id;
    state.models = event.target.checked ? [...state.models, id] : state.models.filter(other => other !== id);
    picked();
  });
  byId('table').tBodies[0].addEventListener('click', event => {
    if (event.target.closest('input, label, .star')) return;
    const row = event.target.closest('tr');
    if (row && !String(getSelection())) onOpen(row.dataset.id);
  });
}

const numeric = name => ['context', 'input', 'total', 'range', 'times'].includes(name);

/** What decides the order of an estimate: what fits and can be had first, then by the column. */
function rank(row) {
  const { estimate, model } = row;
  const usable = estimate.cost?.complete && !row.retired && !NOT_ON_OFFER.has(model.status);
  return VERDICTS.indexOf(estimate.fit.verdict) * 2 + (usable ? 0 : 1);
}

const SORTS = {
  model: row => row.id,
  fit: row => -(row.estimate.fit.room_for_reply ?? -1),
  context: row => -(row.estimate.fit.context ?? row.estimate.fit.max_input ?? -1),
  input: row => row.estimate.input_tokens.likely,
  total: row => row.total ?? Infinity,
  range: row => Number(row.estimate.cost?.high ?? Infinity),
  times: row => row.total ?? Infinity,
};

/** Takes in the estimates of one answer. */
export function update(answer, name) {
  named = name;
  const day = answer.on;
  const seen = new Set();
  for (const estimate of answer.estimates) {
    const row = rows.get(estimate.model) ?? create(estimate.model);
    row.estimate = estimate;
    row.retired = row.model.retired !== undefined && row.model.retired <= day;
    row.amount = estimate.cost?.[state.bound];
    row.total = row.amount === undefined ? null : Number(row.amount);
    seen.add(estimate.model);
  }
  for (const id of rows.keys()) if (!seen.has(id)) rows.delete(id);
  arrange();
}

/** Filters, sorts and writes the rows that are left. */
export function arrange() {
  const all = [...rows.values()];
  // A picture or an index is asked of models that few of the widely used are: then whoever can take the request is shown.
  wanted = all.some(row => KNOWN.has(row.id) && row.estimate.fit.verdict !== 'unsupported') ? null : 'able';
  const kept = all.filter(passes);
  const name = state.sort.replace(/^-/, '');
  const sign = state.sort.startsWith('-') ? -1 : 1;
  const key = SORTS[name] ?? SORTS.total;
  const ranked = name === 'total' || name === 'times' || name === 'range';
  kept.forEach(row => { row.rank = ranked ? rank(row) : 0; row.key = key(row); });
  kept.sort((a, b) => a.rank - b.rank || sign * compare(a.key, b.key) || compare(a.id, b.id));
  cheapest = Math.min(...kept.filter(row => row.rank === 0 && row.total > 0 && rank(row) === 0).map(row => row.total));
  kept.forEach(write);
  place(kept.map(row => row.element));
  for (const head of byId('table').tHead.rows[0].cells) {
    setAttribute(head, 'aria-sort', head.dataset.column !== name ? null : sign < 0 ? 'descending' : 'ascending');
  }
  byId('sort').value = name;
  setText(byId('shown'), t('shown', { shown: number(kept.length), all: number(all.length) }));
  if (!kept.length && all.length && state.search && meant.search !== state.search) understand();
  setText(byId('understood'), meant.model && meant.search === state.search ? t('b_understood', { asked: meant.search, model: meant.model }) : '');
  byId('nothing').hidden = kept.length > 0 || all.length === 0;
  if (kept.length) speak(kept[0]);
}

/**
 * Rows that already stand in their order are left where they are: taking them out and in again would lay out all of them.
 * Who is in the table stays on the same model, wherever that has gone.
 */
function place(elements) {
  const body = byId('table').tBodies[0];
  const focused = body.contains(document.activeElement) ? document.activeElement : null;
  if (elements.length !== body.children.length || elements.some((element, i) => body.children[i] !== element)) body.replaceChildren(...elements);
  if (focused?.isConnected) focused.focus({ preventScroll: true });
  rove(focused?.isConnected ? focused.closest('tr') : elements[0]);
}

const compare = (a, b) => a < b ? -1 : a > b ? 1 : 0;

/** Who searches or has chosen a seller looks among all models. */
function belongs(row) {
  if (state.which === 'starred') return state.starred.includes(row.id);
  if (wanted === 'able' && row.estimate.fit.verdict !== 'unsupported') return true;
  return state.which === 'all' || state.search !== '' || state.provider !== '' || state.list !== '' || KNOWN.has(row.id) || state.models.includes(row.id)
    || named !== null && (row.id === named || row.id.endsWith(`/${named}`));
}

/** Asks what a search means that no row has in its words. */
async function understand() {
  const search = state.search;
  meant = { search, model: null };
  const answer = await resolving(signal => ask('/v1/models/resolve', { method: 'GET', query: new URLSearchParams({ name: search }), signal })).catch(() => undefined);
  const model = answer?.resolved[0]?.model;
  if (model === undefined || search !== state.search) return;
  meant = { search, model };
  arrange();
}

const isMeant = row => state.search !== '' && meant.search === state.search && meant.model === row.id;

function passes(row) {
  const { model, estimate } = row;
  return belongs(row)
    && (!state.search || matches(model, state.search) || isMeant(row))
    && (!state.fits || estimate.fit.verdict === 'fits')
    && (!state.priced || (estimate.cost?.complete ?? false))
    && (!state.images || model.accepts.includes('image'))
    && (!state.tools || model.tools === true)
    && (state.retired || !row.retired || isMeant(row))
    && (!state.provider || model.provider === state.provider)
    && (!state.list || model.rates?.currency === state.list);
}

function matches(model, search) {
  const hay = [model.id, model.title, model.owned_by, ...model.aliases].join(' ').toLowerCase();
  return search.toLowerCase().split(/\s+/).every(word => hay.includes(word));
}

function create(id) {
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
    onChange();
  } });
  cells.model.append(star, name, el('span', { class: 'under' }, provider, marks));
  cells.fit.append(chart, el('span', { class: 'verdict' }, verdict, more));
  const row = { id, model: fact(id), cells, pick, star, name, provider, marks, chart, verdict, more,
    element: el('tr', { role: 'row', 'data-id': id }, COLUMNS.map(column => cells[column])) };
  rows.set(id, row);
  return row;
}

function write(row) {
  const { estimate, cells, model } = row;
  const { cost, input_tokens: input, fit } = estimate;
  for (const column of COLUMNS) setAttribute(cells[column], 'data-label', t(`col_${column}`));
  row.pick.checked = state.models.includes(row.id);
  setAttribute(row.pick, 'aria-label', `${t('col_pick')}: ${row.id}`);
  const starred = state.starred.includes(row.id);
  setText(row.star, starred ? '★' : '☆');
  setAttribute(row.star, 'aria-pressed', String(starred));
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
    if (row.total === 0 && cost.complete) setText(cells.total, t('free'));
    else setText(cells.total, (input.precision === 'exact' ? '' : '≈ ') + money(amount, cost.currency) + (cost.complete ? '' : ' + ?'));
    cells.total.title = (cost.complete ? '' : t('incomplete') + ': ') + exactMoney(amount, cost.currency)
      + (state.per === '1000' ? ' / 1000' : ` · ${exactMoney(cost.billed.amount, cost.billed.currency)}`);
  }
  setText(cells.range, cost && Number(cost.high) === 0 ? '—' : cost ? `${range(cost.low, cost.currency)} … ${cost.high === undefined ? '?' : range(cost.high, cost.currency)}` : '—');
  cells.range.title = cost && cost.high === undefined ? t('no_bound') : '';
  setText(cells.times, row.total > 0 && Number.isFinite(cheapest) && cost.complete ? t('of_cheapest', { n: times(row.total / cheapest) }) : '—');
}

const range = (amount, currency) => money(state.per === '1000' ? shift(amount, 3) : amount, currency);

function speak(row) {
  if (row.amount === undefined) return;
  announce(t('announce', { model: row.id, verdict: words(row.estimate, row.model).verdict, cost: money(row.amount, row.estimate.cost.currency) }), 1000);
}

/** One stop of the Tab key for the whole table; the arrows move inside it. */
function rove(element) {
  for (const row of rows.values()) {
    const here = row.element === element;
    row.name.tabIndex = row.pick.tabIndex = row.star.tabIndex = here ? 0 : -1;
  }
}

function move(event) {
  const row = event.target.closest('tr');
  const target = { ArrowDown: row.nextElementSibling, ArrowUp: row.previousElementSibling,
    Home: row.parentElement.firstElementChild, End: row.parentElement.lastElementChild }[event.key];
  const column = event.target.type === 'checkbox' ? 'input' : '.name';
  const side = { ArrowLeft: 'input', ArrowRight: '.name' }[event.key];
  if (side) row.querySelector(side).focus();
  else if (target) {
    rove(target);
    target.querySelector(column).focus();
    target.scrollIntoView({ block: 'nearest' });
  } else return;
  event.preventDefault();
}

/** What stands in the table now, for the CSV. */
export function shownRows() {
  return [...byId('table').tBodies[0].rows].map(element => rows.get(element.dataset.id));
}

export const rowOf = id => rows.get(id);

export const estimates = () => [...rows.values()].map(row => row.estimate);
