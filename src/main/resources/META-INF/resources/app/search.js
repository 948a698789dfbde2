/** What the service understands by the words of the search: a name in any spelling, said beside the table. */
import { latest, Problem } from './api.js';
import { facts, resolve } from './catalogue.js';
import { byId, el } from './dom.js';
import { number } from './format.js';
import { count, has, language, t } from './i18n.js';
import * as offers from './offers.js';
import { state } from './state.js';
import { guesses } from './unknown.js';

const NOTHING = { search: '', one: null, suggestions: [] };
const run = latest();
let meant = NOTHING;
let given = {};

/** @param values `question` of the table; `search` looks for other words */
export function start(values) {
  given = values;
}

const isCurrent = () => meant !== NOTHING && meant.search === state.search;

/** The offer that the search names, or null. */
export const meantModel = () => isCurrent() && meant.one && !meant.one.no_price ? meant.one.model : null;

/** Asks once for each search; `found` is told whether the offer is one that the page hasn't seen yet. */
export async function understand(found) {
  if (meant.search === state.search) return;
  const search = state.search;
  meant = { ...NOTHING, search };
  try {
    const answer = search && await run(signal => resolve([search], signal));
    if (!answer || search !== state.search) return;
    meant = { search, one: answer.resolved[0] ?? null, suggestions: answer.unknown[0]?.suggestions ?? [] };
    found(meantModel() !== null && !facts.has(meantModel()));
  } catch (problem) {
    // What the search means is a help beside the table, which says itself that the service is gone.
    if (!(problem instanceof Problem)) throw problem;
  }
}

let drawn = {};

/**
 * The chip; what is not known is said only where the table has nothing else to show. What is there already stays, so
 * that no click falls on a button that is just being replaced.
 */
export function draw(rows) {
  const place = byId('searched');
  const { one, suggestions, search } = meant;
  const what = !isCurrent() || !search ? null : one ?? (rows > 0 ? null : suggestions);
  if (what === drawn.what && language === drawn.language) return;
  drawn = { what, language };
  if (what === null) place.replaceChildren();
  else if (one) place.replaceChildren(el('span', { class: 'chip' }, said(one)), ' ', sellers(one));
  else place.replaceChildren(...guesses(search, suggestions, given.search));
}

function said({ asked, model, by, no_price: unpriced, like }) {
  const rules = by.filter(rule => has(`by_${rule}`)).map(rule => t(`by_${rule}`)).join(language === 'zh' ? '、' : ', ');
  const what = unpriced ? t('understood_unpriced', { asked, like: like ?? model }) : t('b_understood', { asked, model });
  return rules ? `${what} · ${rules}` : what;
}

function sellers({ model, like, others }) {
  const many = others.length + 1;
  return many < 2 ? '' : el('button', { type: 'button', id: 'sellers', 'aria-haspopup': 'dialog', onclick: () => offers.open(like ?? model, given.question()) },
    count('sellers_n', many, number(many)));
}
