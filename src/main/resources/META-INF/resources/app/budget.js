/** Volume over calendar months against a limit, for the ticked models: one scenario, or two side by side. */
import { ask, latest, Problem } from './api.js';
import { facts } from './catalogue.js';
import { draw } from './chart.js';
import { announce, debounce, el, setText } from './dom.js';
import * as fields from './fields.js';
import { save } from './files.js';
import { day, money, month, number, roundMoney, shortMonth, subtract } from './format.js';
import { t } from './i18n.js';
import { remark } from './notes.js';
import { budgetCsv, likely, notes, outcome, plans, table } from './plans.js';
import * as prompt from './prompt.js';
import * as scenarios from './scenarios.js';
import { state } from './state.js';
import { sentences } from './unknown.js';
import { cachedShare, comparing, complete, EMPTY, keep, open, others, percent, plain, scenario as scenarioFile } from './workloads.js';

const SCENARIOS = ['', '_b'];
const MOST_LINES = 8;
const run = latest();
let room;
let given;
let chart;
let form;
let out;
let results = null;
/** What was changed by a click: the words before it, and the total that they gave. */
let mended = null;

export function start(view, values) {
  room = view;
  given = values;
  scenarios.start({ touched, change, counted: given.counted, picked: () => {
    given.picked();
    given.changed();
    refresh();
  } });
  build();
  addEventListener('themechange', () => results && drawChart());
}

export function rewrite() {
  build();
  if (results) show();
  else refresh();
}

const soon = debounce(250, () => refresh());

function build() {
  chart?.destroy();
  chart = undefined;
  form = el('form', { id: 'budget', onsubmit: event => event.preventDefault() },
    el('div', { class: 'row' },
      startField(), scenarios.field('months', t('months'), { inputmode: 'numeric' }), scenarios.field('limit', t('limit'), { inputmode: 'decimal' }),
      el('label', { class: 'inline' }, el('input', { type: 'checkbox', name: 'compare', checked: state.compare, onchange: event => {
        state.compare = event.target.checked;
        rewrite();
        given.changed();
        refresh();
      } }), ' ', t('compare')),
      el('button', { type: 'button', id: 'add-workload', onclick: () => change([...others(), { ...EMPTY, models: state.models.slice(0, 1), tokens_in: state.tokens_in || '1000', tokens_out: state.tokens_out }]) }, t('b_add')),
      el('button', { type: 'button', id: 'save-scenario', onclick: () => save('smeta-scenario.json', 'application/json', JSON.stringify(scenarioFile(), null, 2)) }, t('b_save')),
      el('label', { class: 'button' }, t('b_open'), el('input', { type: 'file', id: 'open-scenario', class: 'unseen', accept: '.json,application/json', onchange: take }))),
    SCENARIOS.filter(end => end === '' || comparing()).map(scenarios.scenario), others().map(scenarios.another),
    el('datalist', { id: 'known-models' }, [...facts.keys()].map(id => el('option', { value: id }))));
  out = el('div', { class: 'budget-result' });
  room.replaceChildren(el('section', { class: 'card' }, el('h2', {}, t('tab_budget')), el('p', { class: 'muted' }, t('budget_intro')), form,
    el('ul', { class: 'problem', id: 'budget-problems', hidden: true }), out));
}

/** A browser writes a date in its own language; beside it stands the day in the page's. */
function startField() {
  const said = el('small', { class: 'muted', id: 'start-day' });
  const label = scenarios.field('start', t('start'), { type: 'date', 'aria-describedby': 'start-day' });
  const say = () => setText(said, state.start ? day(state.start) : '');
  label.append(said);
  label.addEventListener('input', say);
  say();
  return label;
}

function change(list) {
  keep(list);
  rewrite();
  given.changed();
  refresh();
}

async function take(event) {
  const [file] = event.target.files;
  try {
    open(await file.text());
    change(others());
  } catch {
    const place = room.querySelector('#budget-problems');
    place.hidden = false;
    place.replaceChildren(el('li', {}, t('b_bad_file')));
  }
}

function touched() {
  mended = null;
  given.changed();
  soon();
}

/** The words of a budget: those of the estimate that it knows, and its own. */
function query(end) {
  const words = new URLSearchParams({ models: state.models.join(','), requests: plain(state[`requests${end}`]), currency: state.currency });
  const optional = { months: state.months, start: state.start, limit: plain(state.limit).replace(',', '.'), growth: percent(state[`growth${end}`]),
    cached: cachedShare(state[`share${end}`]), batch_share: percent(state[`batch_share${end}`]), output: plain(state.tokens_out) || state.output, max_output: state.max_output,
    reasoning: state.reasoning, on: state.on, tier: state.tier, bound: state.bound === 'likely' ? '' : state.bound };
  for (const [name, value] of Object.entries(optional)) if (value) words.set(name, value);
  return words;
}

/** Asks for each scenario; the form's names differ from the API's where there are two of them. */
export async function refresh() {
  fields.clear(room);
  const strange = sentences();
  room.querySelector('#budget-problems').hidden = strange.length === 0;
  room.querySelector('#budget-problems').replaceChildren(...strange.map(sentence => el('li', {}, sentence)));
  if (!complete()) {
    results = null;
    out.replaceChildren(el('p', { class: 'empty' }, t('budget_nothing')));
    return;
  }
  out.classList.add('stale');
  try {
    const answers = await run(signal => others().length ? Promise.all([together(signal)])
      : Promise.all(SCENARIOS.filter(end => end === '' || comparing()).map(end => alone(end, signal))));
    if (answers === undefined) return;
    results = answers;
    out.classList.remove('stale');
    show();
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    refuse(problem);
  }
}

function together(signal) {
  const query = new URLSearchParams(state.bound === 'likely' ? {} : { bound: state.bound });
  return ask('/v1/budgets', { query, body: JSON.stringify(scenarioFile()), type: 'application/json', signal });
}

function alone(end, signal) {
  const { query: own, body, type } = prompt.question();
  const words = query(end);
  const tokens = plain(state.tokens_in) || own.get('input');
  if (tokens !== null && tokens !== '') {
    words.set('input', tokens);
    if (!words.has('output')) words.set('output', '500');
  }
  return ask('/v1/budgets', { query: words, body: words.has('input') ? '' : body, type, signal }).catch(problem => {
    throw Object.assign(problem, { end });
  });
}

function refuse(problem) {
  const place = room.querySelector('#budget-problems');
  if (problem.status === 404 && !problem.code?.includes('model')) {
    out.classList.remove('stale');
    out.replaceChildren(el('p', { class: 'problem' }, t('not_offered', { path: '/v1/budgets' })));
    return;
  }
  const names = { cached: 'share', input: 'tokens_in', output: 'tokens_out', growth: 'growth', batch_share: 'batch_share', requests: 'requests' };
  const errors = problem.errors.map(error => ({ ...error, parameter: error.parameter in names ? names[error.parameter] + (/^tokens/.test(names[error.parameter]) ? '' : problem.end ?? '') : error.parameter }));
  if (problem.code === 'no_exchange_rate') errors.push({ parameter: '', detail: t('b_no_rate', { currency: state.currency, date: day(state.on) }) });
  if (problem.down) place.replaceChildren(el('li', {}, t(problem.busy ? 'busy' : 'unreachable'), ' ', el('button', { type: 'button', onclick: refresh }, t('try_again'))));
  if (problem.down) place.hidden = false;
  else fields.complain(errors.length ? errors : [{ parameter: '', detail: problem.message, hint: problem.hint }], form, place);
}

function show() {
  const canvas = el('canvas', { role: 'img', 'aria-label': t('chart_label') });
  const measured = [...state.image, ...state.audio, ...state.video, ...state.pages].length > 0;
  out.replaceChildren(measured ? el('p', { class: 'muted' }, t('budget_media')) : '', el('div', { class: 'chart' }, canvas),
    el('div', { class: 'plans' }, results.map((answer, i) => el('div', {}, comparing() ? el('h3', {}, t(i ? 'scenario_b' : 'scenario_a')) : null,
      el('ul', { class: 'verdicts' }, plans(answer).map(plan => el('li', {}, verdict(plan, answer)))), sum(answer)))), changedBy(),
    el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('tab_budget') }, table(results)),
    el('p', { class: 'muted' }, notes(results)),
    el('div', { class: 'row' }, el('button', { type: 'button', id: 'budget-csv', onclick: () => save('smeta-budget.csv', 'text/csv', budgetCsv(results)) }, t('save_csv'))));
  drawChart();
  announce(plans(results[0]).map(plan => `${plan.model}: ${outcome(results, plan)}`).join('. '));
}

function verdict(plan, answer) {
  const cost = plan.total.cost;
  const parts = [el('strong', {}, plan.title), ': ', cost ? money(likely(results, cost), cost.currency) : t('no_price')];
  if (answer.limit) parts.push(' · ', el('span', { class: plan.first_over ? 'over' : 'fits' }, outcome(results, plan)));
  if (plan.requests_within_limit !== undefined) parts.push(' · ', t('requests_within', { n: number(plan.requests_within_limit) }));
  const repairs = plan.would_fit;
  if (plan.first_over && repairs) {
    const ways = fixes(plan, repairs);
    parts.push(el('br'), el('span', { class: 'muted' }, ways.length ? t('would_fit', { what: '' }) : t('nothing_fits')), ...answer.workloads.length === 1 && !comparing()
      ? ways.map(way => el('button', { type: 'button', class: 'fix', onclick: () => mend(plan, way.words) }, way.text)) : [ways.map(way => way.text).join('; ')]);
  }
  plan.notes.forEach(note => parts.push(el('br'), el('small', { class: 'muted' }, remark(note))));
  return parts;
}

function fixes(plan, { cached, batch_share: batch, models = [] }) {
  return [cached && { text: t('fix_cached', { n: cached }), words: { share: cached.replace('%', '') } },
    batch && { text: t('fix_batch', { n: batch }), words: { batch_share: batch.replace('%', '') } },
    ...models.map(other => ({ text: `${t('fix_model', { model: other.model })} (${money(other.total, other.currency)})`,
      words: { models: state.models.map(model => model === plan.model ? other.model : model).filter((model, i, all) => all.indexOf(model) === i) } }))].filter(Boolean);
}

/** Applies a change that brings the plan under its limit; what it was stays for the difference and for going back. */
function mend(plan, words) {
  mended = { words: Object.fromEntries(Object.keys(words).map(name => [name, state[name]])), at: plans(results[0]).findIndex(one => one.model === plan.model),
    cost: plan.total.cost && { amount: likely(results, plan.total.cost), currency: plan.total.cost.currency } };
  apply(words);
}

function apply(words) {
  Object.assign(state, words);
  results = null;
  build();
  given.picked();
  given.changed();
  refresh();
}

/** What the last click changed, until something else is. */
function changedBy() {
  const after = mended && plans(results[0])[mended.at]?.total.cost;
  if (!after || !mended.cost || after.currency !== mended.cost.currency) return '';
  const now = likely(results, after);
  return el('p', { id: 'mended' }, t('fix_done', { before: money(mended.cost.amount, after.currency), after: money(now, after.currency),
    difference: money(subtract(now, mended.cost.amount), after.currency) }), ' ', el('button', { type: 'button', onclick: () => {
    const { words } = mended;
    mended = null;
    apply(words);
  } }, t('fix_undo')));
}

/** All workloads together, each with its first model. */
function sum(answer) {
  if (answer.workloads.length < 2) return '';
  const { cost, first_over: over } = answer.total;
  return el('p', { id: 'budget-sum' }, el('strong', {}, t('all_workloads')), ': ', cost ? money(likely(results, cost), cost.currency) : t('no_price'),
    answer.limit ? [' · ', el('span', { class: over ? 'over' : 'fits' }, over ? t('first_over', { month: month(over) }) : t('never_over'))] : '');
}

async function drawChart() {
  const canvas = out.querySelector('canvas');
  const currency = plans(results[0])[0].total.cost?.currency ?? state.currency;
  const months = plans(results[0])[0].months.map(one => shortMonth(one.month));
  const lines = results.flatMap((answer, i) => plans(answer).slice(0, MOST_LINES).map((plan, group) => ({
    label: (innerWidth > 640 ? plan.title : plan.title.split('/').at(-1)) + (comparing() ? ` ${t(i ? 'scenario_b' : 'scenario_a')}` : ''), group, second: i === 1,
    values: plan.months.map(one => one.cost ? Number(likely(results, one.cost)) : null),
    crossing: plan.first_over ? { index: plan.months.findIndex(one => one.month === plan.first_over), text: shortMonth(plan.first_over) } : null })));
  const limit = results[0].limit?.per === 'month' ? Number(results[0].limit.amount) : null;
  try {
    chart = await draw(canvas, { months, lines, limit, limitLabel: t('limit_line'), before: chart,
      money: (value, short) => short ? roundMoney(value, currency) : money(String(value), currency) });
  } catch {
    canvas.parentElement.replaceWith(el('p', { class: 'muted' }, t('no_chart')));
  }
}
