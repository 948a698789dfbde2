/** The reply, which decides most of the cost: how long in tokens and in words, how hard it is thought about, what else it is. */
import { ask, latest, Problem } from './api.js';
import { fact } from './catalogue.js';
import { byId, el, setText } from './dom.js';
import { number } from './format.js';
import { count, has, language, t } from './i18n.js';
import { itemName, perUnit, unitName } from './names.js';
import { state } from './state.js';

const run = latest();
/** Three words to four tokens: OpenAI's rule of thumb for English. */
const USUAL_WORDS = 0.75;
/** Where a body says how hard to think, and the words that its vendor's reference has (2026-11-28). */
const EFFORTS = {
  'openai-chat': { at: ['reasoning_effort'], words: ['none', 'minimal', 'low', 'medium', 'high', 'xhigh'] },
  'openai-responses': { at: ['reasoning', 'effort'], words: ['none', 'minimal', 'low', 'medium', 'high', 'xhigh'] },
  anthropic: { at: ['output_config', 'effort'], words: ['low', 'medium', 'high', 'max'] },
  gemini: { at: ['generationConfig', 'thinkingConfig', 'thinkingLevel'], words: ['minimal', 'low', 'medium', 'high'] },
};
const MEDIA = { audio: 'speech', image: 'picture', video: 'film' };

let given = {};
/** What the control shows: an answer, and the estimate of the model that it is about. */
let shown = null;
let billed = [];

/** @param values `question` of the table; `ratio` of words to tokens of the prompt, or null; `changed` the body */
export function start(values) {
  given = values;
  byId('effort').addEventListener('change', event => {
    const body = parsed();
    const place = EFFORTS[shown?.answer.dialect]?.at;
    if (!body || !place) return;
    const holder = place.slice(0, -1).reduce((node, name) => node[name] ??= {}, body);
    if (event.target.value) holder[place.at(-1)] = event.target.value;
    else delete holder[place.at(-1)];
    byId('prompt').value = JSON.stringify(body, null, 2);
    given.changed();
  });
}

function parsed() {
  try {
    const body = JSON.parse(byId('prompt').value);
    return body !== null && typeof body === 'object' && !Array.isArray(body) ? body : null;
  } catch {
    return null;
  }
}

/** @param estimate of the model that the control is about; undefined for none */
export function show(answer, estimate) {
  shown = estimate ? { answer, estimate } : null;
  billed = [];
  redraw();
  if (shown && gives().length) media();
}

/** Media that the model can reply with. */
const gives = () => Object.keys(MEDIA).filter(medium => fact(shown.estimate.model).gives.includes(medium));

export function redraw() {
  byId('reply').hidden = shown === null;
  if (shown === null) return;
  const { answer, estimate } = shown;
  const { likely, high } = estimate.output_tokens;
  setText(byId('reply-of'), t('reply_of', { model: estimate.model }));
  setText(byId('output-words'), inWords(likely));
  setText(byId('max_output-words'), inWords(high));
  effort(answer, fact(estimate.model));
  drawMedia();
  setText(byId('reply-words'), assumed(answer, estimate.model));
}

/** Speech and pictures are tokens that no words stand for. */
function inWords(tokens) {
  if (tokens === undefined) return t('no_bound');
  if (billed.length) return count('tokens_n', tokens, number(tokens));
  const words = Math.round(tokens * (given.ratio() ?? USUAL_WORDS));
  return t('about_words', { tokens: count('tokens_n', tokens, number(tokens)), words: count('words_n', words, number(words)) });
}

function effort(answer, model) {
  const known = EFFORTS[answer.dialect];
  const body = parsed();
  const now = known && body ? known.at.reduce((node, name) => node?.[name], body) ?? '' : '';
  const select = byId('effort');
  select.disabled = !known || !body || model.reasons !== true;
  const words = [...new Set([...known?.words ?? [], now])].filter(Boolean);
  select.replaceChildren(el('option', { value: '' }, t('effort_unsaid')), ...words.map(word => el('option', { value: word }, word)));
  select.value = now;
  setText(byId('effort-words'), model.reasons === false ? t('never_reasons') : model.reasons === undefined ? t('reasons_unknown')
    : select.disabled ? t('effort_in_body') : '');
}

/** Which kinds of reply this request asks for, how much of them, and at which rate. */
async function media() {
  const { model } = shown.estimate;
  const { query, ...rest } = given.question();
  for (const [name, value] of Object.entries({ models: model, include: 'lines', scale: '12' })) query.set(name, value);
  try {
    const answer = await run(signal => ask('/v1/estimates', { ...rest, query, signal }));
    if (answer === undefined || shown?.estimate.model !== model) return;
    billed = answer.estimates[0].lines.filter(line => Object.values(MEDIA).includes(line.item.replace(/\[.*/, '')));
    redraw();
  } catch (problem) {
    // The table has said what is wrong with the request.
    if (!(problem instanceof Problem)) throw problem;
  }
}

function drawMedia() {
  const others = gives();
  byId('reply-media').hidden = others.length === 0;
  if (others.length === 0) return;
  setText(byId('reply-media'), billed.length ? billed.map(line).join(' · ')
    : t('media_unasked', { what: others.map(medium => t(`i_${MEDIA[medium]}`, { n: '' }).trim().toLowerCase()).join(language === 'zh' ? '、' : ', ') }));
}

function line({ item, meter, quantity, quantity_high: high, rate }) {
  const most = high === undefined || high === quantity ? '' : ` … ${number(high)}`;
  return `${itemName(item)}: ${number(quantity)}${most} (${unitName(meter)})${rate ? `, ${perUnit(rate.amount, rate.currency, rate.per)}` : `, ${t('unpriced')}`}`;
}

/** What holds because neither the query nor the page's fields say it. */
function assumed(answer, model) {
  const list = answer.assumed.filter(({ name, why }) => why !== 'query' && has(`assumed_${name}`) && (!why.startsWith('calibration of ') || why.startsWith(`calibration of ${model}:`)))
    .map(({ name, value, why }) => t('assumed_item', { name: t(`assumed_${name}`), value: valueName(value), why: reason(why) }));
  return list.length ? t('assumed_list', { what: [...new Set(list)].join('; ') }) : '';
}

function valueName(value) {
  if (value === "the model's maximum") return t('models_maximum');
  return /^\d+$/.test(value) ? number(Number(value)) : value;
}

function reason(why) {
  if (why.startsWith('calibration')) return t('why_calibration', { n: number(Number(/(\d+) lines$/.exec(why)?.[1] ?? 0)) });
  return t(why === 'body' ? 'why_body' : 'why_default');
}
