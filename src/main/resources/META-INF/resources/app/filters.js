/** Which rows of the table are wanted: the choice of models, the search and the filters, and the lists to choose from. */
import { facts, widePage } from './catalogue.js';
import { byId, el } from './dom.js';
import { t } from './i18n.js';
import { KNOWN } from './known.js';
import { meantModel } from './search.js';
import { state } from './state.js';

/** By what a model takes and gives; one may be of several kinds. */
const KINDS = {
  text: ({ gives, accepts }) => gives.includes('text') && accepts.includes('text'),
  speech: ({ gives }) => gives.includes('audio'),
  picture: ({ gives }) => gives.includes('image'),
  film: ({ gives }) => gives.includes('video'),
  transcript: ({ accepts }) => accepts.length > 0 && !accepts.includes('text'),
  vectors: ({ gives }) => gives.length === 0,
};

/** Whoever can take a request is wanted where few of the widely used models can: pictures, indexes. */
let able = false;

/** @param named the model that the request names, or null */
export function wanted(rows, named) {
  able = !rows.some(row => KNOWN.has(row.id) && row.estimate.fit.verdict !== 'unsupported');
  return rows.filter(row => passes(row, named));
}

/** Whether more than the widely used models is looked through: a search, a maker, a seller, a kind, or everything. */
export const looksAmongAll = () => state.which === 'all' || state.which === 'wide'
  || state.which !== 'starred' && [state.search, state.provider, state.maker, state.kind, state.list_currency].some(Boolean);

/** Who searches or has chosen a seller, a maker or a kind looks among all models. */
function belongs(row, named) {
  if (state.which === 'starred') return state.starred.includes(row.id);
  if (able && row.estimate.fit.verdict !== 'unsupported') return true;
  return looksAmongAll() || KNOWN.has(row.id) || state.models.includes(row.id) || named !== null && (row.id === named || row.id.endsWith(`/${named}`));
}

function passes(row, named) {
  const { model, estimate } = row;
  const meant = meantModel() === row.id;
  return belongs(row, named)
    && (!state.search || meant || found(row.id) || matches(model, state.search))
    && (!state.fits || estimate.fit.verdict === 'fits')
    && (!state.priced || (estimate.cost?.complete ?? false))
    && (!state.images || model.accepts.includes('image'))
    && (!state.tools || model.tools === true)
    && (state.retired || !row.retired || meant)
    && (!state.provider || model.provider === state.provider)
    && (!state.maker || model.owned_by === state.maker)
    && (!state.kind || (KINDS[state.kind]?.(model) ?? true))
    && (!state.list_currency || model.rates?.currency === state.list_currency);
}

/** The service's own search has found it. */
const found = id => state.which === 'wide' && widePage().search === state.search && widePage().ids.includes(id);

function matches(model, search) {
  const hay = [model.id, model.title, model.owned_by, model.provider, ...model.aliases].join(' ').toLowerCase();
  return search.toLowerCase().split(/\s+/).every(word => hay.includes(word));
}

const LISTS = {
  provider: model => model.provider,
  maker: model => model.owned_by,
  'list-currency': model => model.rates?.currency,
};

/** What there is to choose from; what is chosen stays there. */
export function offer() {
  const models = [...facts.values()];
  for (const [id, of] of Object.entries(LISTS)) {
    const name = id.replace('-', '_');
    const values = [...new Set([...models.map(of), state[name]])].filter(Boolean).sort((a, b) => a.localeCompare(b));
    fill(byId(id), values.map(value => [value, value]), state[name]);
  }
  fill(byId('kind'), Object.keys(KINDS).map(kind => [kind, t(`kind_${kind}`)]), state.kind);
}

function fill(select, values, chosen) {
  const now = JSON.stringify(values);
  if (select.dataset.values !== now) {
    select.dataset.values = now;
    select.replaceChildren(el('option', { value: '', 'data-t': 'all' }, t('all')), ...values.map(([value, text]) => el('option', { value }, text)));
  }
  select.value = chosen;
}
