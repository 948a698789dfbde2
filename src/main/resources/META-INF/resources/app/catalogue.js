/** What the page knows of models: the main list, pages of the wide one, and single offers of it that a name means. */
import { ask } from './api.js';

const PAGE = 400;
const UNKNOWN = { accepts: [], gives: [], aliases: [], limits: {}, provider: '', owned_by: '' };
export const facts = new Map();
const own = new Set();
const meanings = new Map();
let page = { search: null, ids: [], total: 0, more: false };

/** The model as the list of models describes it. */
export const fact = id => facts.get(id) ?? { ...UNKNOWN, id, title: id };

/** Whether the main list has it, which `models=*` asks for. */
export const isOwn = id => own.has(id);

export const ownCount = () => own.size;

export async function start() {
  const { data } = await ask('/v1/models', { method: 'GET' });
  for (const model of data) {
    facts.set(model.id, model);
    own.add(model.id);
  }
  return data;
}

/** The offers of both lists that have these words: the pages so far, or one more. */
export async function wide(search, { further = false, signal } = {}) {
  if (page.search === search && !further) return page;
  const before = further && page.search === search ? page.ids : [];
  const query = new URLSearchParams({ list: 'all', limit: String(PAGE), ...(search && { search }), ...(before.length && { after: before.at(-1) }) });
  const answer = await ask('/v1/models', { method: 'GET', query, signal });
  answer.data.forEach(model => facts.set(model.id, model));
  page = { search, ids: [...before, ...answer.data.map(model => model.id)], total: answer.total, more: answer.has_more };
  return page;
}

export const widePage = () => page;

/** What names mean. One unknown name alone is an error of the service and of the browser's console; among two it never is. */
export function resolve(names, signal) {
  const query = new URLSearchParams();
  (names.length === 1 ? [...names, ...names] : names).forEach(name => query.append('name', name));
  return ask('/v1/models/resolve', { method: 'GET', query, signal });
}

/** What a name that was asked for means: its `model`, or null with the model that it is counted `like`, or with `suggestions`. */
export const meaning = name => meanings.get(name);

/** The ids of offers, however they were written; those of the wide list are read, and what nobody offers is left out. */
export async function offered(names) {
  const strange = names.filter(name => !facts.has(name) && !meanings.has(name));
  if (strange.length > 0) {
    const { resolved, unknown } = await resolve(strange);
    for (const one of resolved) meanings.set(one.asked, one.no_price ? { model: null, like: one.like ?? one.model } : { model: one.model });
    for (const { asked, suggestions } of unknown) meanings.set(asked, { model: null, suggestions: suggestions ?? [] });
  }
  const ids = [...new Set(names.map(name => facts.has(name) ? name : meanings.get(name)?.model).filter(Boolean))];
  await Promise.all(ids.filter(id => !facts.has(id)).map(async id =>
    facts.set(id, await ask(`/v1/models/${id.split('/').map(encodeURIComponent).join('/')}`, { method: 'GET' }))));
  return ids;
}
