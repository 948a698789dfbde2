/** The page: what was changed leads to one request, and its answer to the table; the rest is in the rooms beside. */
import { latest, Problem } from './api.js';
import * as asking from './asking.js';
import * as bill from './bill.js';
import * as catalogue from './catalogue.js';
import * as compare from './compare.js';
import { byId, debounce, el, setText } from './dom.js';
import * as fields from './fields.js';
import { copy, save } from './files.js';
import * as i18n from './i18n.js';
import * as keys from './keys.js';
import * as link from './link.js';
import * as models from './models.js';
import * as offers from './offers.js';
import * as prompt from './prompt.js';
import { footnote, rateLine } from './rateline.js';
import * as reply from './reply.js';
import * as search from './search.js';
import * as settings from './settings.js';
import { state } from './state.js';
import * as tabs from './tabs.js';
import * as tokens from './tokens.js';
import * as unknown from './unknown.js';

const PAUSE = 250;
const run = latest();
let last = null;
let awaited = false;

/** @param further whether another page of the wide list is wanted besides */
async function estimate(further = false) {
  awaited = false;
  byId('table').classList.add('stale');
  byId('table').setAttribute('aria-busy', 'true');
  try {
    const answer = await run(signal => asking.answer(signal, further));
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
  byId('table').classList.toggle('stale', awaited);
  byId('table').removeAttribute('aria-busy');
  fields.assume(answer.assumed);
  models.update(answer, prompt.model());
  unknown.draw();
  prompt.describe(answer);
  footnote(answer);
  rateLine(answer, asking.isUnconverted());
  showReply(answer);
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
  tokens.doubt();
  const why = problem.status === 0 ? t('unreachable') : problem.busy ? t('busy') : t('failed', { status: problem.status });
  byId('failure').replaceChildren(el('span', {}, why + (problem.retryAfter ? ' ' + t('retry_after', { n: problem.retryAfter }) : '')), ' ',
    el('button', { type: 'button', onclick: () => estimate() }, t('try_again')));
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

/** The reply is said of the model that is ticked first, or else of the table's first. */
function showReply(answer) {
  reply.show(answer, answer.estimates.find(one => one.model === state.models[0]) ?? models.keptRows()[0]?.estimate);
}

/** Words to a token of the prompt, if it is long enough to tell. */
function wordsPerToken() {
  const text = prompt.words();
  return text.length > 200 && tokens.counted() ? (text.match(/[\p{L}\p{N}]+/gu) ?? []).length / tokens.counted() : null;
}

const soon = debounce(PAUSE, estimate);

/**
 * Something that the estimate depends on is another; while a person types, it waits for a pause, and what the table
 * shows is the answer to another question.
 */
function changed(typing) {
  link.changed();
  if (typing) {
    awaited = true;
    byId('table').classList.add('stale');
    tokens.doubt();
    soon();
  } else {
    soon.cancel();
    estimate();
  }
}

function arranged() {
  if (asking.wasShort()) changed(false);
  else {
    models.arrange();
    link.changed();
  }
}

/** Other words are looked for, or in another list: in the wide one by the service. */
function searched() {
  models.rewind();
  if (state.which === 'wide' || asking.wasWide()) changed(true);
  else arranged();
  search.understand(() => {
    if (search.meantModel() !== null && !models.rowOf(search.meantModel())) estimate();
    else models.arrange();
  });
}

/** Everything that shows words or numbers, anew in another language. */
function rewrite() {
  setText(document.querySelector('title'), `${t('title')} — ${t('tagline')}`);
  prompt.drawMedia();
  fields.sayDay();
  models.arrange();
  tokens.redraw();
  unknown.draw();
  reply.redraw();
  if (last) {
    prompt.describe(last);
    footnote(last);
    rateLine(last, asking.isUnconverted());
  }
  tabs.rewrite();
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
  fields.start(changed, arranged, searched);
  tokens.start(changedVocabulary);
  tokens.offer([]);
  bill.start({ question: asking.question, changed: link.changed });
  compare.start();
  offers.start(() => changed(false));
  search.start({ question: asking.question, search: fields.searchFor });
  unknown.start({ model: name => name === undefined ? prompt.model() : prompt.rename(name), changed: () => changed(false) });
  reply.start({ question: asking.question, ratio: wordsPerToken, changed: () => changed(false) });
  keys.start(prompt.add, link.changed);
  tabs.start({ question: asking.question, changed: link.changed, picked: models.arrange, counted: () => byId('prompt').value ? tokens.counted() : state.input || null });
  link.start(() => location.reload());
  byId('save-csv').addEventListener('click', () => save('smeta.csv', 'text/csv', asking.tableCsv()));
  byId('copy-link').addEventListener('click', () => copy(link.address(), byId('copied')));
  byId('copy-curl').addEventListener('click', () => copy(asking.curl(), byId('copied')));
  const list = catalogue.start();
  models.start({ open: id => bill.open(id, asking.question()), changed: arranged, further: () => estimate(true), picked: () => {
    link.changed();
    tabs.refresh();
    if (last) showReply(last);
  } });
  try {
    const data = await list;
    tokens.offer(data.map(model => model.tokenizer).filter(name => name !== 'unpublished'));
    await i18n.use(state.lang);
    rewrite();
    await estimate();
    if (state.search) searched();
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    fail(problem);
    byId('failure').querySelector('button').addEventListener('click', () => location.reload());
  }
}

begin();
