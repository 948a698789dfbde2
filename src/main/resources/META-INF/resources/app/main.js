/** The page: what was changed leads to one request, and its answer to the table; the rest is in the rooms beside. */
import { ask, latest, Problem } from './api.js';
import * as bill from './bill.js';
import * as compare from './compare.js';
import { byId, debounce, el, setText } from './dom.js';
import * as fields from './fields.js';
import { copy, csv, save } from './files.js';
import { day, exactNumber, number } from './format.js';
import * as i18n from './i18n.js';
import * as keys from './keys.js';
import * as link from './link.js';
import * as models from './models.js';
import { exchangeSource } from './names.js';
import * as prompt from './prompt.js';
import * as settings from './settings.js';
import { assumptions, state } from './state.js';
import * as tabs from './tabs.js';
import * as tokens from './tokens.js';

const PAUSE = 250;
const run = latest();
let last = null;

/** The table's question: all models, what is assumed, and the prompt. */
export function question() {
  const { query, ...rest } = prompt.question();
  assumptions(query);
  // Before there is a prompt no part of it can be cached; a share of nothing can.
  if (rest.body === '' && !query.has('input') && !state.cached.includes('%')) query.delete('cached');
  return { query, ...rest };
}

async function estimate() {
  const asked = question();
  asked.query.set('models', '*');
  asked.query.set('scale', '12');
  byId('table').classList.add('stale');
  byId('table').setAttribute('aria-busy', 'true');
  try {
    const answer = await run(signal => ask('/v1/estimates', { ...asked, signal }));
    if (answer !== undefined) accept(answer);
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    refuse(problem);
  }
}

function accept(answer) {
  last = answer;
  fields.clear();
  prompt.complain(null);
  byId('failure').hidden = true;
  byId('table').classList.remove('stale');
  byId('table').removeAttribute('aria-busy');
  fields.assume(answer.assumed);
  models.update(answer, prompt.model());
  prompt.describe(answer);
  footnote(answer);
  rateLine(answer);
  replyWords(answer);
  tokens.compare(answer.estimates, changedVocabulary);
  showTokens();
  link.changed();
  tabs.refresh();
}

/** The result before stays where it is, dimmed; what was wrong stands beside the field that it concerns. */
function refuse(problem) {
  fields.clear();
  byId('table').removeAttribute('aria-busy');
  prompt.complain(null);
  byId('failure').hidden = true;
  if (problem.down) {
    fail(problem);
    return;
  }
  showTokens();
  if (problem.errors.length) fields.complain(problem.errors);
  else if (problem.pointer !== undefined || problem.status === 413) prompt.complain(problem);
  else fields.complain([{ parameter: '', detail: problem.message, hint: problem.hint }]);
}

function fail(problem) {
  byId('failure').hidden = false;
  const why = problem.status === 0 ? t('unreachable') : problem.busy ? t('busy') : t('failed', { status: problem.status });
  byId('failure').replaceChildren(el('span', {}, why + (problem.retryAfter ? ' ' + t('retry_after', { n: problem.retryAfter }) : '')), ' ',
    el('button', { type: 'button', onclick: estimate }, t('try_again')));
}

const t = (...of) => i18n.t(...of);

async function showTokens() {
  try {
    await tokens.show(prompt.words(), prompt.isBody());
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    setText(byId('token-note'), problem.down ? t('unreachable_now') : problem.message);
  }
}

function changedVocabulary() {
  showTokens();
  if (last) tokens.compare(last.estimates, changedVocabulary);
  link.changed();
}

function footnote(answer) {
  const rates = answer.exchange.map(rate => t('rate_of', { from: rate.from, to: rate.to, rate: exactNumber(rate.rate), date: day(rate.date), source: exchangeSource(rate.source) }));
  const old = (answer.notes ?? []).some(note => note.code === 'old_exchange_rate')
    ? [t('old_rate', { n: number(Math.max(...answer.exchange.map(rate => (Date.parse(answer.on) - Date.parse(rate.date)) / 86_400_000))) })] : [];
  setText(byId('footnote'), [...rates, ...old, t('prices_of', { version: answer.catalogue })].join(' · '));
}

/** A reply's tokens in words: at the prompt's own ratio, or three words to four tokens, OpenAI's rule of thumb for English. */
function replyWords(answer) {
  const text = prompt.words();
  const ratio = text.length > 200 && tokens.counted() ? (text.match(/[\p{L}\p{N}]+/gu) ?? []).length / tokens.counted() : 0.75;
  const about = n => n === undefined ? t('no_bound') : t('about_words', { tokens: i18n.count('tokens_n', n, number(n)),
    words: i18n.count('words_n', Math.round(n * ratio), number(Math.round(n * ratio))) });
  const chosen = answer.estimates.find(one => one.model === state.models[0]) ?? models.shownRows()[0]?.estimate;
  const assumed = answer.assumed.find(one => one.name === 'output' && one.why.startsWith('default'));
  setText(byId('reply-words'), chosen ? `${chosen.model}. ` + t('reply_words', { likely: about(chosen.output_tokens.likely), most: about(chosen.output_tokens.high),
    assumed: assumed ? t('assumed_word', { n: number(Number(assumed.value)) }) : '' }) : '');
}

/** The rate changes every number of the table, so its day and age stand above it. */
function rateLine(answer) {
  const place = byId('rate-line');
  const rate = answer.exchange.find(one => one.from === 'USD') ?? answer.exchange[0];
  place.hidden = rate === undefined;
  if (rate === undefined) return;
  const days = Math.round((Date.parse(answer.on) - Date.parse(rate.date)) / 86_400_000);
  const old = (answer.notes ?? []).some(note => note.code === 'old_exchange_rate');
  place.className = old ? 'tight' : 'muted';
  setText(place, [t('rate_line', { date: day(rate.date), from: rate.from, to: rate.to, rate: exactNumber(rate.rate) }),
    old ? t('rate_age', { n: i18n.count('days_n', days, number(days)) }) : '',
    old ? t('rate_mend', { setting: answer.exchange.some(one => one.to === 'RUB' || one.from === 'RUB') ? 'SMETA_EXCHANGE_FEED=cbr' : 'SMETA_EXCHANGE_FEED=ecb' }) : ''].filter(Boolean).join(' '));
}

/** A command that asks for exactly what the table shows. */
function curl() {
  const { query, body, type } = question();
  query.set('models', state.which === 'all' && !state.search ? '*' : models.shownRows().map(row => row.id).join(','));
  const quoted = text => `'${text.replaceAll("'", "'\\''")}'`;
  const words = query.toString().replace(/%2C/g, ',').replace(/%2F/g, '/').replace(/%2A/g, '*');
  return `curl -s -X POST ${quoted(`${location.origin}/v1/estimates?${words}`)} -H ${quoted(`Content-Type: ${type}`)} --data-binary ${quoted(body)}`;
}

const soon = debounce(PAUSE, estimate);

/** Something that the estimate depends on is another; while a person types, it waits for a pause. */
function changed(typing) {
  link.changed();
  if (typing) soon();
  else {
    soon.cancel();
    estimate();
  }
}

function arranged() {
  models.arrange();
  link.changed();
}

/** Everything that shows words or numbers, anew in another language. */
function rewrite() {
  setText(document.querySelector('title'), `${t('title')} — ${t('tagline')}`);
  prompt.drawMedia();
  models.arrange();
  tokens.redraw();
  if (last) {
    prompt.describe(last);
    footnote(last);
    rateLine(last);
    replyWords(last);
  }
  tabs.rewrite();
}

function tableCsv() {
  const head = ['model', 'verdict', 'context', 'tokens_low', 'tokens', 'tokens_high', 'precision', 'currency', 'cost_low', 'cost', 'cost_high', 'complete',
    'billed', 'billed_currency', 'price_source', 'price_as_of'];
  return csv([head, ...models.shownRows().map(({ estimate: { model, fit, input_tokens: input, cost, price_source: source } }) =>
    [model, fit.verdict, fit.context, input.low, input.likely, input.high, input.precision, cost?.currency, cost?.low, cost?.likely, cost?.high, cost?.complete,
      cost?.billed.amount, cost?.billed.currency, source?.url ?? source?.title, source?.as_of])]);
}

async function begin() {
  link.take();
  await i18n.use(state.lang);
  settings.start({ languageChanged: async () => {
    await i18n.use(state.lang);
    rewrite();
    link.changed();
  }, currencyChanged: () => changed(false) });
  prompt.start(changed);
  prompt.restore();
  fields.start(changed, arranged);
  tokens.start(changedVocabulary);
  tokens.offer([]);
  bill.start();
  compare.start();
  keys.start(prompt.add);
  tabs.start({ question, changed: link.changed, picked: models.arrange, counted: () => byId('prompt').value ? tokens.counted() : state.input || null });
  link.start(() => location.reload());
  byId('save-csv').addEventListener('click', () => save('smeta.csv', 'text/csv', tableCsv()));
  byId('copy-link').addEventListener('click', () => copy(link.address(), byId('copied')));
  byId('copy-curl').addEventListener('click', () => copy(curl(), byId('copied')));
  const list = ask('/v1/models', { method: 'GET' });
  try {
    const { data } = await list;
    models.start(data, { open: id => bill.open(id, question()), changed: arranged, picked: () => {
      link.changed();
      tabs.refresh();
    } });
    fields.offer(data);
    tokens.offer(data.map(model => model.tokenizer).filter(name => name !== 'unpublished'));
    await i18n.use(state.lang);
    rewrite();
    await estimate();
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    fail(problem);
    byId('failure').querySelector('button').addEventListener('click', () => location.reload());
  }
}

begin();
