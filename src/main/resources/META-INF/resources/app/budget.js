/** Volume over calendar months against a limit, for the ticked models: one scenario, or two side by side. */
import { ask, latest, Problem } from './api.js';
import { draw } from './chart.js';
import { announce, debounce, el } from './dom.js';
import * as fields from './fields.js';
import { csv, save } from './files.js';
import { day, exactMoney, exactNumber, money, month, number, roundMoney, shortMonth, subtract } from './format.js';
import { t } from './i18n.js';
import { exchangeSource } from './names.js';
import { remark } from './notes.js';
import * as prompt from './prompt.js';
import { state } from './state.js';

const SCENARIOS = ['', '_b'];
const MOST_LINES = 8;
const run = latest();
let room;
let given;
let chart;
let form;
let out;
let results = null;

export function start(view, values) {
  room = view;
  given = values;
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
      field('start', t('start'), { type: 'date' }), field('months', t('months'), { inputmode: 'numeric' }), field('limit', t('limit'), { inputmode: 'decimal' }),
      el('label', { class: 'inline' }, el('input', { type: 'checkbox', name: 'compare', checked: state.compare, onchange: event => {
        state.compare = event.target.checked;
        rewrite();
        given.changed();
        refresh();
      } }), ' ', t('compare'))),
    SCENARIOS.filter(end => end === '' || state.compare).map(scenario));
  out = el('div', { class: 'budget-result' });
  room.replaceChildren(el('section', { class: 'card' }, el('h2', {}, t('tab_budget')), el('p', { class: 'muted' }, t('budget_intro')), form,
    el('ul', { class: 'problem', id: 'budget-problems', hidden: true }), out));
}

function scenario(end) {
  const [volume, per] = state[`requests${end}`].split('/');
  const amount = el('input', { name: `requests${end}`, inputmode: 'numeric' });
  amount.value = volume;
  const unit = el('select', { name: `per${end}`, 'aria-label': t('volume_per') }, ['day', 'week', 'month'].map(name =>
    el('option', { value: name, selected: name === per }, t(`per_${name}`))));
  const write = () => {
    state[`requests${end}`] = `${amount.value.trim()}/${unit.value}`;
    touched();
  };
  amount.addEventListener('input', write);
  unit.addEventListener('change', write);
  return el('fieldset', { class: 'row scenario' }, el('legend', { class: state.compare ? null : 'unseen' }, t(end ? 'scenario_b' : 'scenario_a')),
    el('label', {}, t('volume'), el('span', { class: 'pair' }, amount, unit)),
    field(`growth${end}`, t('growth'), { inputmode: 'decimal', placeholder: '0' }), field(`share${end}`, t('share_cached'), { inputmode: 'decimal', placeholder: '0' }),
    field(`batch_share${end}`, t('share_batch'), { inputmode: 'decimal', placeholder: '0' }));
}

function field(name, label, properties) {
  const input = el('input', { name, ...properties, oninput: event => {
    state[name] = event.target.value.trim();
    touched();
  } });
  input.value = state[name];
  return el('label', {}, label, input);
}

function touched() {
  given.changed();
  soon();
}

const percent = text => text === '' || text.endsWith('%') ? text : `${text.replace(',', '.')}%`;

/** The words of a budget: those of the estimate that it knows, and its own. */
function query(end) {
  const words = new URLSearchParams({ models: state.models.join(','), requests: state[`requests${end}`].replace(/[\s\u00a0]/g, ''), currency: state.currency });
  const optional = { months: state.months, start: state.start, limit: state.limit.replace(/[\s\u00a0]/g, '').replace(',', '.'), growth: percent(state[`growth${end}`]),
    cached: percent(state[`share${end}`]), batch_share: percent(state[`batch_share${end}`]), output: state.output, max_output: state.max_output,
    reasoning: state.reasoning, on: state.on, tier: state.tier, bound: state.bound === 'likely' ? '' : state.bound };
  for (const [name, value] of Object.entries(optional)) if (value) words.set(name, value);
  return words;
}

/** Asks for each scenario; the form's names differ from the API's where there are two of them. */
export async function refresh() {
  fields.clear(room);
  room.querySelector('#budget-problems').hidden = true;
  const { query: own, body, type } = prompt.question();
  if (state.models.length === 0 || body === '' && !own.has('input')) {
    results = null;
    out.replaceChildren(el('p', { class: 'empty' }, t('budget_nothing')));
    return;
  }
  out.classList.add('stale');
  try {
    const answers = await run(signal => Promise.all(SCENARIOS.filter(end => end === '' || state.compare).map(end => {
      const words = query(end);
      if (own.has('input')) {
        words.set('input', own.get('input'));
        if (!words.has('output')) words.set('output', '500');
      }
      return ask('/v1/budgets', { query: words, body, type, signal }).catch(problem => {
        throw Object.assign(problem, { end });
      });
    })));
    if (answers === undefined) return;
    results = answers;
    out.classList.remove('stale');
    show();
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    refuse(problem);
  }
}

function refuse(problem) {
  const place = room.querySelector('#budget-problems');
  if (problem.status === 404 && !problem.code?.includes('model')) {
    out.classList.remove('stale');
    out.replaceChildren(el('p', { class: 'problem' }, t('not_offered', { path: '/v1/budgets' })));
    return;
  }
  const names = { cached: 'share', growth: 'growth', batch_share: 'batch_share', requests: 'requests' };
  const errors = problem.errors.map(error => ({ ...error, parameter: error.parameter in names ? names[error.parameter] + problem.end : error.parameter }));
  if (problem.down) place.replaceChildren(el('li', {}, t(problem.busy ? 'busy' : 'unreachable'), ' ', el('button', { type: 'button', onclick: refresh }, t('try_again'))));
  if (problem.down) place.hidden = false;
  else fields.complain(errors.length ? errors : [{ parameter: '', detail: problem.message, hint: problem.hint }], form, place);
}

const plans = answer => answer.workloads[0].models;

function show() {
  const canvas = el('canvas', { role: 'img', 'aria-label': t('chart_label') });
  const measured = [...state.image, ...state.audio, ...state.video, ...state.pages].length > 0;
  out.replaceChildren(measured ? el('p', { class: 'muted' }, t('budget_media')) : '', el('div', { class: 'chart' }, canvas),
    el('div', { class: 'plans' }, results.map((answer, i) => el('div', {}, state.compare ? el('h3', {}, t(i ? 'scenario_b' : 'scenario_a')) : null,
      el('ul', { class: 'verdicts' }, plans(answer).map(plan => el('li', {}, verdict(plan, answer))))))),
    el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('tab_budget') }, table()),
    el('p', { class: 'muted' }, notes()),
    el('div', { class: 'row' }, el('button', { type: 'button', id: 'budget-csv', onclick: () => save('smeta-budget.csv', 'text/csv', budgetCsv()) }, t('save_csv'))));
  drawChart();
  announce(plans(results[0]).map(plan => `${plan.model}: ${outcome(plan)}`).join('. '));
}

const likely = cost => cost?.[results[0].bound] ?? null;

function outcome(plan) {
  if (plan.first_over) return t('first_over', { month: month(plan.first_over) });
  if (!plan.total.cost) return t('no_price');
  return results[0].limit ? t('never_over') : t('total_of', { cost: money(likely(plan.total.cost), plan.total.cost.currency) });
}

function verdict(plan, answer) {
  const cost = plan.total.cost;
  const parts = [el('strong', {}, plan.model), ': ', cost ? money(likely(cost), cost.currency) : t('no_price')];
  if (answer.limit) parts.push(' · ', el('span', { class: plan.first_over ? 'over' : 'fits' }, outcome(plan)));
  if (plan.requests_within_limit !== undefined) parts.push(' · ', t('requests_within', { n: number(plan.requests_within_limit) }));
  const repairs = plan.would_fit;
  if (plan.first_over && repairs) {
    const ways = [repairs.cached && t('fit_cached', { n: repairs.cached }), repairs.batch_share && t('fit_batch', { n: repairs.batch_share }),
      ...repairs.models.map(other => `${other.model} (${money(other.total, other.currency)})`)].filter(Boolean);
    parts.push(el('br'), el('span', { class: 'muted' }, ways.length ? t('would_fit', { what: ways.join('; ') }) : t('nothing_fits')));
  }
  plan.notes.forEach(note => parts.push(el('br'), el('small', { class: 'muted' }, remark(note))));
  return parts;
}

function columns() {
  const names = results.map((_, i) => state.compare ? ` ${t(i ? 'scenario_b' : 'scenario_a')}` : '');
  return plans(results[0]).flatMap((plan, p) => [...results.map((answer, i) => ({ name: plan.model + names[i], plan: plans(answer)[p] })),
    ...(results.length === 2 ? [{ name: `${plan.model} ${t('difference')}`, plan: plans(results[0])[p], other: plans(results[1])[p] }] : [])]);
}

function cellOf(column, index) {
  const of = plan => index === null ? plan.total.cost : plan.months[index].cost;
  const cost = of(column.plan);
  if (!cost || column.other && !of(column.other)) return { text: t('no_price') };
  const amount = column.other ? subtract(likely(of(column.other)), likely(cost)) : likely(cost);
  return { text: money(amount, cost.currency), exact: exactMoney(amount, cost.currency), amount, over: !column.other && index !== null && column.plan.months[index].within === false };
}

function table() {
  const list = columns();
  const months = plans(results[0])[0].months;
  const row = (head, index, requests, kind) => el('tr', { class: kind }, el('th', { scope: 'row' }, head), el('td', { class: 'n' }, requests),
    list.map(column => {
      const cell = cellOf(column, index);
      return el('td', { class: cell.over ? 'n over' : 'n', title: cell.exact, 'data-exact': cell.amount }, cell.text + (cell.over ? ' ▲' : ''));
    }));
  const requests = index => results.map(answer => number(index === null ? plans(answer)[0].total.requests : plans(answer)[0].months[index].requests)).join(' / ');
  return el('table', { id: 'budget-table' }, el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, t('month')), el('th', { scope: 'col', class: 'n' }, t('volume')),
    list.map(column => el('th', { scope: 'col', class: 'n' }, column.name)))),
  el('tbody', {}, months.map((one, index) => row(month(one.month), index, requests(index)))),
  el('tfoot', {}, row(t('total'), null, requests(null), 'total')));
}

function notes() {
  return results[0].exchange.map(rate => t('rate_of', { from: rate.from, to: rate.to, rate: exactNumber(rate.rate), date: day(rate.date), source: exchangeSource(rate.source) }))
    .concat(t('prices_of', { version: results[0].catalogue })).join(' · ');
}

async function drawChart() {
  const canvas = out.querySelector('canvas');
  const currency = plans(results[0])[0].total.cost?.currency ?? state.currency;
  const months = plans(results[0])[0].months.map(one => shortMonth(one.month));
  const lines = results.flatMap((answer, i) => plans(answer).slice(0, MOST_LINES).map((plan, group) => ({
    label: (innerWidth > 640 ? plan.model : plan.model.split('/').at(-1)) + (state.compare ? ` ${t(i ? 'scenario_b' : 'scenario_a')}` : ''), group, second: i === 1,
    values: plan.months.map(one => one.cost ? Number(likely(one.cost)) : null),
    crossing: plan.first_over ? { index: plan.months.findIndex(one => one.month === plan.first_over), text: shortMonth(plan.first_over) } : null })));
  const limit = results[0].limit?.per === 'month' ? Number(results[0].limit.amount) : null;
  try {
    chart = await draw(canvas, { months, lines, limit, limitLabel: t('limit_line'), before: chart,
      money: (value, short) => short ? roundMoney(value, currency) : money(String(value), currency) });
  } catch {
    canvas.parentElement.replaceWith(el('p', { class: 'muted' }, t('no_chart')));
  }
}

function budgetCsv() {
  const list = columns();
  return csv([['month', 'requests', ...list.map(column => column.name)],
    ...plans(results[0])[0].months.map((one, index) => [one.month, one.requests, ...list.map(column => cellOf(column, index).amount ?? '')])]);
}
