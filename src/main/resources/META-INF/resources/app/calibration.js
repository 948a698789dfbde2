/** A log is learnt from: how far estimates were off, by model, and how far they are once corrected; the answer is a file to keep. */
import { Problem, upload } from './api.js';
import { drawBars } from './chart.js';
import { announce, el, setText } from './dom.js';
import { save } from './files.js';
import { day, number, percent } from './format.js';
import { count, has, t } from './i18n.js';
import { grid, scroll } from './tables.js';

/** Least ratios of truth to estimate of the service's classes. */
const CLASSES = [0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.99, 1.01, 1.03, 1.05, 1.07, 1.1, 1.15, 1.2, 1.3, 1.5, 2];
let room;
let log = null;
let running = null;
let answer = null;
let chart;
/** The model that the chart shows. */
let drawn = null;

export function start(view) {
  room = view;
  build();
  addEventListener('themechange', () => answer && draw());
}

export function rewrite() {
  const pasted = at('#calibration-text').value;
  build();
  at('#calibration-text').value = pasted;
  if (answer) show();
}

/** A file that was dropped on the page. */
export function take(file) {
  log = file;
  setText(at('#calibration-name'), log.name);
  run(log);
}

const at = selector => room.querySelector(selector);

function build() {
  room.replaceChildren(el('section', { class: 'card' }, el('h2', {}, t('tab_calibration')), el('p', { class: 'muted' }, t('calibration_intro')),
    el('form', { id: 'calibration', onsubmit: event => {
      event.preventDefault();
      run(at('#calibration-text').value);
    } },
    el('div', { class: 'row' },
      el('label', { class: 'button' }, t('batch_file'), el('input', { type: 'file', id: 'calibration-file', class: 'unseen', accept: '.jsonl,.ndjson,.json,.log,.txt,application/jsonl', onchange: event => {
        if (event.target.files[0]) take(event.target.files[0]);
        event.target.value = '';
      } })),
      el('span', { id: 'calibration-name', class: 'muted' }, log?.name ?? ''),
      el('button', { type: 'button', id: 'calibration-cancel', disabled: true, onclick: () => running?.abort() }, t('cancel'))),
    el('details', {}, el('summary', {}, t('calibration_paste')),
      el('textarea', { id: 'calibration-text', rows: 6, spellcheck: 'false', 'aria-label': t('calibration_paste'),
        placeholder: '{"request": {"model": "gpt-4o", "messages": […]}, "usage": {"prompt_tokens": 1284, "completion_tokens": 310}}' }),
      el('button', { type: 'submit', id: 'calibration-start' }, t('calibration_start')))),
    el('progress', { id: 'calibration-progress', max: 1, value: 0, 'aria-label': t('batch_progress'), hidden: true }), el('p', { id: 'calibration-state' }),
    el('div', { id: 'calibration-result' })));
}

/** @param body a file or text; what is under way is given up */
async function run(body) {
  running?.abort();
  const mine = running = new AbortController();
  answer = null;
  at('#calibration-result').replaceChildren();
  busy(true);
  try {
    const learnt = await upload('/v1/calibrations', { query: new URLSearchParams({ against: 'current' }), body, type: 'application/jsonl', signal: mine.signal,
      progress: share => mine === running && progress(share) });
    if (mine !== running) return;
    answer = learnt;
    drawn = null;
    say(t('calibration_done', { read: count('lines_n', answer.lines.read, number(answer.lines.read)), used: number(answer.lines.used) }));
    show();
  } catch (problem) {
    if (mine !== running) return;
    if (problem.name === 'AbortError') say(t('calibration_cancelled'));
    else if (problem instanceof Problem) say(problem.status === 404 ? t('not_offered', { path: '/v1/calibrations' }) : problem.down ? t('unreachable_now') : problem.message, true);
    else throw problem;
  } finally {
    if (mine === running) busy(false);
  }
}

function busy(on) {
  at('#calibration-cancel').disabled = !on;
  at('#calibration-progress').hidden = !on;
  if (on) progress(0);
}

/** Once all is sent the service has the last lines to read. */
function progress(share) {
  at('#calibration-progress').value = share;
  setText(at('#calibration-state'), share < 1 ? t('calibration_sent', { n: percent(share) }) : t('calibration_reading'));
}

function say(text, bad = false) {
  const place = at('#calibration-state');
  place.className = bad ? 'problem' : '';
  setText(place, text);
  announce(text, 100);
}

function show() {
  const { models, problems, too_few_lines: few, drift = [], coverage } = answer;
  const measured = models.filter(model => model.input);
  drawn = measured.find(model => model.model === drawn?.model) ?? measured[0] ?? null;
  at('#calibration-result').replaceChildren(
    coverage === undefined ? '' : el('p', {}, t('calibration_coverage', { n: percent(coverage) })),
    models.length ? scroll(table(models), t('calibration_models')) : el('p', { class: 'empty' }, t('calibration_nothing')),
    few.length ? el('p', { class: 'muted' }, t('calibration_few', { models: few.join(', ') })) : '',
    Object.keys(problems).length ? el('details', { id: 'calibration-problems' }, el('summary', {}, t('calibration_unused')),
      el('ul', {}, Object.entries(problems).map(([code, lines]) => el('li', {}, `${has(`unused_${code}`) ? t(`unused_${code}`) : code}: ${number(lines)}`)))) : '',
    drawn ? picture(measured) : '', lengths(models),
    ...drift.length ? [el('h3', {}, t('calibration_drift')), scroll(drifts(drift), t('calibration_drift'))] : [],
    models.length ? el('div', { class: 'row' }, el('button', { type: 'button', id: 'calibration-save', onclick: keep }, t('calibration_save')), el('span', { class: 'muted' }, t('calibration_use'))) : '');
  if (drawn) draw();
}

/** What was found about the files in use belongs to no file. */
function keep() {
  const { drift, ...file } = answer;
  save(`calibration-${answer.made}.json`, 'application/json', JSON.stringify(file, null, 2));
}

const moved = (before, after) => after === undefined ? percent(before) : `${percent(before)} → ${percent(after)}`;
/** Of all circumstances together. */
const overall = list => list.find(one => one.effort === undefined && one.tools === undefined && one.cap === undefined);
const length = one => one ? `${number(one.p50)} / ${number(one.p95)}` : '—';

function table(models) {
  return grid('calibration-models', [['col_model'], ['calibration_lines', true], ['calibration_error', true], ['calibration_p95', true], ['calibration_inside', true],
    ['calibration_reply', true], ['calibration_reasoning', true], ['cached', true], ['calibration_cost']],
  models.map(({ model, lines, days, input, reply, reasoning, cached, cost }) => [
    model, { text: number(lines), exact: days ? `${day(days.from)} – ${day(days.to)}` : undefined },
    input ? moved(input.before.median, input.after?.median) : '—', input ? moved(input.before.p95, input.after?.p95) : '—', input ? moved(input.before.inside, input.after?.inside) : '—',
    length(overall(reply)), length(overall(reasoning)), cached === undefined ? '—' : percent(cached),
    cost ? t(`cost_${cost.finding}`, { n: percent(Math.abs(cost.p50 - 1)) }) : '—']));
}

function picture(measured) {
  const select = el('select', { id: 'calibration-model', onchange: event => {
    drawn = measured.find(model => model.model === event.target.value);
    draw();
  } }, measured.map(({ model }) => el('option', { value: model, selected: model === drawn.model }, model)));
  return el('div', {}, el('h3', {}, t('calibration_ratios')), el('label', { class: 'inline' }, t('col_model'), select),
    el('p', { class: 'muted', id: 'calibration-outliers' }), el('div', { class: 'chart' }, el('canvas', { role: 'img' })), el('p', { class: 'muted' }, t('calibration_chart_note')));
}

async function draw() {
  const { ratios, outliers, change } = drawn.input;
  const told = CLASSES.filter(least => [ratios.before, ratios.after ?? {}].some(side => side[least] !== undefined));
  const classes = CLASSES.slice(CLASSES.indexOf(told[0]), CLASSES.indexOf(told.at(-1)) + 1);
  const values = side => classes.map(least => side[least] ?? null);
  const groups = [{ label: t('before_word'), values: values(ratios.before) }, ...ratios.after ? [{ label: t('after_word'), values: values(ratios.after) }] : []];
  setText(at('#calibration-outliers'), [outliers ? t('calibration_outliers', { n: number(outliers) }) : '', change === undefined ? '' : t('calibration_change', { n: percent(Math.abs(change)) })].filter(Boolean).join(' '));
  const canvas = at('canvas');
  canvas.setAttribute('aria-label', `${t('calibration_ratios')}, ${drawn.model}. `
    + groups.map(group => `${group.label}: ${classes.map((least, i) => group.values[i] ? `${range(least)}: ${number(group.values[i])}` : '').filter(Boolean).join('; ')}`).join('. '));
  try {
    chart = await drawBars(canvas, { labels: classes.map(range), groups, title: t('calibration_axis'), text: number, before: chart });
  } catch {
    canvas.parentElement.replaceWith(el('p', { class: 'muted' }, t('no_chart')));
  }
}

function range(least) {
  const next = CLASSES[CLASSES.indexOf(least) + 1];
  return next === undefined ? `≥ ${number(least)}` : least === 0 ? `< ${number(next)}` : `${number(least)}–${number(next)}`;
}

/** Replies and reasoning by what they depend on; only where there is more to say than the table of models does. */
function lengths(models) {
  const rows = models.flatMap(({ model, reply, reasoning }) => [['c_reply_word', reply], ['reasoning', reasoning]].flatMap(([kind, list]) =>
    list.filter(one => one !== overall(list)).map(one => [model, t(kind), one.effort ?? '', one.tools === undefined ? '' : t(one.tools ? 'with_tools' : 'without_tools'), one.cap ?? '',
      number(one.lines), number(one.p50), number(one.p95)])));
  if (!rows.length) return '';
  return el('details', {}, el('summary', {}, t('calibration_lengths')), scroll(grid('calibration-lengths', [['col_model'], ['item'], ['effort'], ['only_tools'], ['reply_cap'],
    ['calibration_lines', true], ['p50_word', true], ['p95_word', true]], rows), t('calibration_lengths')));
}

function drifts(drift) {
  return grid('calibration-drift', [['col_model'], ['calibration_made'], ['calibration_lines', true], ['calibration_error', true], ['calibration_inside', true], ['verdict']],
    drift.map(({ model, made, lines, now, promised, calibrate_again: again }) => [model, day(made), number(lines),
      promised ? moved(promised.median, now.median) : percent(now.median), promised ? moved(promised.inside, now.inside) : percent(now.inside),
      el('span', { class: again ? 'over' : 'fits' }, t(again ? 'calibrate_again' : 'calibration_holds'))]));
}
