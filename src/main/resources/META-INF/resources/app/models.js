/** The table of models: which rows stand in it, in which order, and the keys that move in it. */
import { meaning, ownCount, widePage } from './catalogue.js';
import { announce, byId, el, setAttribute, setText } from './dom.js';
import * as filters from './filters.js';
import { words } from './fit.js';
import { money, number } from './format.js';
import { t } from './i18n.js';
import { COLUMNS, create, isOnOffer, numeric, take, write } from './rows.js';
import * as search from './search.js';
import { state } from './state.js';

const VERDICTS = ['fits', 'tight', 'unknown', 'over', 'unsupported'];
/** So many rows are drawn at once; more come on demand. */
const DRAWN = 400;
const rows = new Map();
let kept = [];
let most = DRAWN;
/** The model that the request names. */
let named = null;
let given = {};

/** @param values `open` a bill; `changed` order or choice; `picked` a model; `further` models are wanted */
export function start(values) {
  given = values;
  const head = byId('table').tHead.rows[0];
  head.replaceChildren(...COLUMNS.map(name => el('th', { scope: 'col', role: 'columnheader', class: numeric(name) ? 'n' : null, 'data-column': name },
    name === 'pick' ? el('span', { 'data-t': 'col_pick' }) : el('button', { type: 'button', 'data-t': `col_${name}`, onclick: () => {
      state.sort = state.sort === name ? `-${name}` : name;
      given.changed();
    } }))));
  byId('sort').replaceChildren(...COLUMNS.slice(1).map(name => el('option', { value: name, 'data-t': `col_${name}` })));
  const body = byId('table').tBodies[0];
  body.addEventListener('keydown', move);
  body.addEventListener('change', event => {
    const id = event.target.closest('tr').dataset.id;
    state.models = event.target.checked ? [...state.models, id] : state.models.filter(other => other !== id);
    given.picked();
  });
  body.addEventListener('click', event => {
    if (event.target.closest('input, label, .star')) return;
    const row = event.target.closest('tr');
    if (row && !String(getSelection())) given.open(row.dataset.id);
  });
  byId('more').addEventListener('click', () => {
    most += DRAWN;
    if (kept.length > most - DRAWN) arrange();
    else given.further();
  });
}

/** Another search or list begins at its beginning. */
export function rewind() {
  most = DRAWN;
}

/** What decides the order of an estimate: what fits and can be had first, then by the column. */
function rank(row) {
  const usable = row.estimate.cost?.complete && !row.isForeign && isOnOffer(row);
  return VERDICTS.indexOf(row.estimate.fit.verdict) * 2 + (usable ? 0 : 1);
}

const SORTS = {
  model: row => row.id,
  fit: row => -(row.estimate.fit.room_for_reply ?? -1),
  context: row => -(row.estimate.fit.context ?? row.estimate.fit.max_input ?? -1),
  input: row => row.estimate.input_tokens.likely,
  total: row => row.total ?? Infinity,
  range: row => row.isForeign ? Infinity : Number(row.estimate.cost?.high ?? Infinity),
  times: row => row.total ?? Infinity,
};

/** Takes in the estimates of one answer. */
export function update(answer, name) {
  named = meaning(name)?.model ?? name;
  const seen = new Set();
  for (const estimate of answer.estimates) {
    const row = rows.get(estimate.model) ?? create(estimate.model, () => given.changed());
    rows.set(estimate.model, row);
    take(row, estimate, answer.on);
    seen.add(estimate.model);
  }
  for (const id of rows.keys()) if (!seen.has(id)) rows.delete(id);
  arrange();
}

/** Filters, sorts and writes the rows that are left. */
export function arrange() {
  const all = [...rows.values()];
  filters.offer();
  kept = filters.wanted(all, named);
  const name = state.sort.replace(/^-/, '');
  const sign = state.sort.startsWith('-') ? -1 : 1;
  const key = SORTS[name] ?? SORTS.total;
  const ranked = name === 'total' || name === 'times' || name === 'range';
  kept.forEach(row => { row.rank = ranked ? rank(row) : 0; row.key = key(row); });
  kept.sort((a, b) => a.rank - b.rank || sign * compare(a.key, b.key) || compare(a.id, b.id));
  const cheapest = Math.min(...kept.filter(row => row.total > 0 && rank(row) === 0).map(row => row.total));
  const drawn = kept.slice(0, most);
  drawn.forEach(row => write(row, cheapest));
  place(drawn.map(row => row.element));
  for (const head of byId('table').tHead.rows[0].cells) {
    setAttribute(head, 'aria-sort', head.dataset.column !== name ? null : sign < 0 ? 'descending' : 'ascending');
  }
  byId('sort').value = name;
  counts(all.length, drawn.length);
  search.draw(kept.length);
  if (kept.length) speak(kept[0]);
}

function counts(all, drawn) {
  const wide = state.which === 'wide' ? widePage() : { total: ownCount(), more: false };
  setText(byId('shown'), t('shown', { shown: number(drawn), all: number(Math.max(all, wide.total)) }));
  byId('more').hidden = drawn === kept.length && !wide.more;
  byId('narrow-down').hidden = !wide.more;
  byId('nothing').hidden = kept.length > 0 || all === 0 && !state.search;
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

/** What passes the filters, in its order, for the CSV. */
export const keptRows = () => kept;

export const rowOf = id => rows.get(id);

export const estimates = () => [...rows.values()].map(row => row.estimate);
