/** The table's question to the service, and the same as a command and as a file. */
import { ask } from './api.js';
import * as catalogue from './catalogue.js';
import { csv } from './files.js';
import { looksAmongAll } from './filters.js';
import { KNOWN } from './known.js';
import * as models from './models.js';
import * as prompt from './prompt.js';
import * as search from './search.js';
import { assumptions, state } from './state.js';
import * as unknown from './unknown.js';

let wide = false;
let few = false;
/** The day and the currency to which no rate is known, once that was said. */
let rateless = null;

/** Whether the last question was about the wide list. */
export const wasWide = () => wide;

/** Whether the last question was about fewer models than the table is to look among now. */
export const wasShort = () => few && looksAmongAll();

/** Whether amounts stand in their sellers' own currencies, for no rate of the day is known. */
export const isUnconverted = () => rateless !== null && rateless.on === state.on && rateless.currency === state.currency;

/** The table's question: all models, what is assumed, and the prompt. */
export function question() {
  const { query, ...rest } = prompt.question();
  assumptions(query);
  if (isUnconverted()) query.delete('currency');
  // Before there is a prompt no part of it can be cached; a share of nothing can.
  if (rest.body === '' && !query.has('input') && !state.cached.includes('%')) query.delete('cached');
  return { query, ...rest };
}

/** @param further whether another page of the wide list is wanted besides */
export async function answer(signal, further) {
  const asked = question();
  asked.query.set('scale', '12');
  wide = state.which === 'wide';
  few = !looksAmongAll();
  const { on, currency } = state;
  const put = async () => {
    try {
      return joined(await Promise.all((await wanted(asked.query, signal, further)).map(query => ask('/v1/estimates', { ...asked, query, signal }))));
    } catch (problem) {
      if (problem.code !== 'no_exchange_rate' || !asked.query.has('currency')) throw problem;
      rateless = { on, currency };
      asked.query.delete('currency');
      return put();
    }
  };
  const first = await put();
  // Where no widely used model can take the request, whoever can is wanted.
  if (!few || state.which === 'starred' || first.estimates.some(one => KNOWN.has(one.model) && one.fit.verdict !== 'unsupported')) return first;
  few = false;
  return put();
}

/**
 * Whose estimates the table is about: the widely used models, until others are looked for; the main list; or a page of the
 * wide list; and what is chosen besides.
 */
async function wanted(query, signal, further) {
  const others = [search.meantModel(), prompt.model()].filter(Boolean);
  const [ticked, starred, meant] = await Promise.all([state.models, state.starred, others].map(catalogue.offered));
  unknown.settle('models', ticked);
  unknown.settle('starred', starred);
  const of = words => new URLSearchParams([...query, ...Object.entries(words)]);
  const besides = [...new Set([...ticked, ...starred, ...meant])];
  if (few) {
    const names = [...new Set([...[...KNOWN].filter(catalogue.isOwn), ...besides])];
    if (names.length > 0) return [of({ models: names.join(',') })];
  }
  if (state.which !== 'wide') {
    const others = besides.filter(id => !catalogue.isOwn(id));
    return [of({ models: '*' }), ...others.length ? [of({ models: others.join(',') })] : []];
  }
  const { ids } = await catalogue.wide(state.search, { further, signal });
  const all = [...new Set([...ids, ...besides])];
  // The service answers with nobody where nobody has these words.
  return [all.length ? of({ models: all.join(',') }) : of({ models: '*', search: state.search })];
}

function joined([first, ...rest]) {
  const rates = new Map([first, ...rest].flatMap(answer => answer.exchange).map(rate => [`${rate.from} ${rate.to}`, rate]));
  return { ...first, exchange: [...rates.values()], estimates: [first, ...rest].flatMap(answer => answer.estimates),
    assumed: [first, ...rest].flatMap(answer => answer.assumed) };
}

/** A command that asks for exactly what the table shows. */
export function curl() {
  const { query, body, type } = question();
  if (state.which === 'wide' && state.search) Object.entries({ models: '*', list: 'all', search: state.search }).forEach(word => query.set(...word));
  else query.set('models', state.which === 'all' && !state.search ? '*' : models.keptRows().map(row => row.id).join(','));
  const quoted = text => `'${text.replaceAll("'", "'\\''")}'`;
  const words = query.toString().replace(/%2C/g, ',').replace(/%2F/g, '/').replace(/%2A/g, '*');
  return `curl -s -X POST ${quoted(`${location.origin}/v1/estimates?${words}`)} -H ${quoted(`Content-Type: ${type}`)} --data-binary ${quoted(body)}`;
}

/** What stands in the table, with the service's figures. */
export function tableCsv() {
  const head = ['model', 'verdict', 'context', 'tokens_low', 'tokens', 'tokens_high', 'precision', 'currency', 'cost_low', 'cost', 'cost_high', 'complete',
    'billed', 'billed_currency', 'price_source', 'price_as_of'];
  return csv([head, ...models.keptRows().map(({ estimate: { model, fit, input_tokens: input, cost, price_source: source } }) =>
    [model, fit.verdict, fit.context, input.low, input.likely, input.high, input.precision, cost?.currency, cost?.low, cost?.likely, cost?.high, cost?.complete,
      cost?.billed.amount, cost?.billed.currency, source?.url ?? source?.title, source?.as_of])]);
}
