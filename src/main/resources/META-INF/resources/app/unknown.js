/** Names that nobody offers, of a link and of a request's body: said beside the table, with what may have been meant. */
import { meaning } from './catalogue.js';
import { byId, el } from './dom.js';
import { language, t } from './i18n.js';
import { lost, state } from './state.js';

let given = {};
let drawn = '';

/** @param values `model` names the body's model, and with a name puts it there; `changed` what is asked for */
export function start(values) {
  given = values;
}

/** Takes the names that nobody offers out of a list, and keeps them for the address until they are mended. */
export function settle(list, ids) {
  lost[list] = [...new Set([...lost[list], ...state[list].filter(name => meaning(name)?.model === null)])];
  state[list] = ids;
}

/** A name's sentence in words alone, where no button can stand. */
export const sentences = () => lost.models.map(asked => {
  const { like, suggestions } = meaning(asked);
  if (like) return t('understood_unpriced', { asked, like });
  return suggestions.length ? t('b_unknown', { asked, models: suggestions.join(', ') }) : t('search_unknown', { asked });
});

/** What is there already stays, so that no click falls on a button that is just being replaced. */
export function draw() {
  const named = given.model();
  const names = [...['models', 'starred'].flatMap(list => lost[list].map(asked => ({ asked, list }))),
    ...meaning(named)?.model === null ? [{ asked: named }] : []];
  const now = JSON.stringify([language, names]);
  if (now === drawn) return;
  drawn = now;
  byId('unknown').replaceChildren(...names.map(({ asked, list }) => el('li', {}, ...said(asked, name => put(list, asked, name)),
    list && el('button', { type: 'button', 'aria-label': t('remove', { name: asked }), onclick: () => put(list, asked) }, '✕'))));
}

function put(list, asked, name) {
  if (list === undefined) given.model(name);
  else {
    lost[list] = lost[list].filter(other => other !== asked);
    if (name && !state[list].includes(name)) state[list] = [...state[list], name];
  }
  given.changed();
}

/** That a name isn't known, and a button for each that may have been meant. */
function said(asked, choose) {
  const { like, suggestions } = meaning(asked);
  return like ? [t('understood_unpriced', { asked, like }), ' '] : guesses(asked, suggestions, choose);
}

export const guesses = (asked, suggestions, choose) => [t('search_unknown', { asked }), ' ', ...suggestions.length === 0 ? []
  : [t('did_you_mean'), ' ', ...suggestions.map(name => el('button', { type: 'button', class: 'fix', onclick: () => choose(name) }, name))]];
