/** A file of requests, line by line: progress, totals by model, and the lines that are wrong or don't fit. */
import { Problem, send } from './api.js';
import { announce, el, setText } from './dom.js';
import * as fields from './fields.js';
import { csv, save } from './files.js';
import { add, exactMoney, money, number, percent } from './format.js';
import { count, t } from './i18n.js';
import { answers, pieces } from './lines.js';
import { assumptions, state } from './state.js';
import { grid, scroll } from './tables.js';

const MOST_SHOWN = 500;
const DEAREST = 10;
let room;
let given;
let file = null;
let running = null;
let result = null;

export function start(view, values) {
  room = view;
  given = values;
  build();
}

export function rewrite() {
  const models = room.querySelector('[name=models]')?.value ?? '';
  build();
  room.querySelector('[name=models]').value = models;
  if (result) show(true);
}

/** A file that was dropped on the page. */
export function take(dropped) {
  file = dropped;
  setText(room.querySelector('#batch-name'), `${file.name} · ${size(file.size)}`);
  run();
}

const size = bytes => bytes < 1024 * 1024 ? `${number(bytes / 1024)} KB` : `${number(bytes / 1024 / 1024)} MB`;

function build() {
  const models = el('input', { name: 'models', class: 'wide', placeholder: 'gpt-4o, gpt-4o-mini' });
  models.value = state.models.join(', ');
  room.replaceChildren(el('section', { class: 'card' }, el('h2', {}, t('tab_batch')), el('p', { class: 'muted' }, t('batch_intro')),
    el('form', { id: 'batch', class: 'row', onsubmit: event => {
      event.preventDefault();
      run();
    } },
    el('label', { class: 'button' }, t('batch_file'), el('input', { type: 'file', id: 'batch-file', class: 'unseen', accept: '.jsonl,.ndjson,application/jsonl', onchange: event => {
      if (event.target.files[0]) take(event.target.files[0]);
      event.target.value = '';
    } })),
    el('span', { id: 'batch-name', class: 'muted' }, file ? `${file.name} · ${size(file.size)}` : ''),
    el('label', { class: 'grow' }, t('batch_models'), models),
    el('button', { type: 'submit', id: 'batch-start', disabled: !file }, t('start_batch')),
    el('button', { type: 'button', id: 'batch-cancel', disabled: true, onclick: () => running?.abort() }, t('cancel'))),
    el('ul', { class: 'problem', id: 'batch-problems', hidden: true }),
    el('progress', { id: 'batch-progress', max: 1, value: 0, 'aria-label': t('batch_progress'), hidden: true }), el('p', { id: 'batch-state' }),
    el('div', { id: 'batch-result' })));
}

function question() {
  const query = assumptions();
  for (const name of ['image', 'audio', 'video', 'pages']) query.delete(name);
  query.set('scale', '12');
  const models = room.querySelector('[name=models]').value.split(/[\s,]+/).filter(Boolean);
  if (models.length) query.set('models', models.join(','));
  return query;
}

/** Piece by piece; what was read before a cancel or a failure stays, and is said to be a part. */
async function run() {
  if (!file) return;
  running?.abort();
  const mine = running = new AbortController();
  const done = result = { lines: 0, problems: 0, models: new Map(), bad: [], badCount: 0, dearest: [], end: 'running' };
  const progress = room.querySelector('#batch-progress');
  fields.clear(room);
  room.querySelector('#batch-result').replaceChildren();
  progress.hidden = false;
  progress.value = 0;
  buttons(true);
  try {
    const query = question();
    for await (const piece of pieces(file)) {
      const response = await send('/v1/batches', { query, body: piece.blob, type: 'application/jsonl', accept: 'application/jsonl', signal: mine.signal });
      for await (const answer of answers(response)) {
        if (mine !== running) return;
        if (answer.summary) sum(done, answer.summary, piece.before);
        else note(done, answer, piece.before);
        if (done.lines % 50 === 0) tick(done);
      }
      progress.value = piece.done / file.size;
      tick(done);
    }
    done.end = 'done';
  } catch (problem) {
    if (mine !== running) return;
    if (problem.name === 'AbortError') done.end = 'cancelled';
    else if (problem instanceof Problem) refuse(done, problem);
    else if (problem instanceof TypeError || problem instanceof SyntaxError) refuse(done, new Problem(0));
    else throw problem;
  }
  buttons(false);
  progress.hidden = done.end === 'done';
  show(true);
}

function buttons(busy) {
  room.querySelector('#batch-start').disabled = busy || !file;
  room.querySelector('#batch-cancel').disabled = !busy;
}

function refuse(done, problem) {
  done.end = 'failed';
  const place = room.querySelector('#batch-problems');
  if (problem.status === 404) done.message = t('not_offered', { path: '/v1/batches' });
  else if (problem.down) done.message = t('batch_broken', { n: number(done.lines) });
  else fields.complain(problem.errors.length ? problem.errors : [{ parameter: '', detail: problem.message, hint: problem.hint }], room.querySelector('#batch'), place);
}

function note(done, answer, before) {
  done.lines++;
  const unfit = (answer.estimates ?? []).filter(one => one.verdict !== 'fits' && one.verdict !== 'unknown');
  if (!answer.problem && unfit.length === 0) return;
  if (answer.problem) done.problems++;
  done.badCount++;
  if (done.bad.length < MOST_SHOWN) done.bad.push({ line: answer.line + before, id: answer.custom_id ?? '', problem: answer.problem, unfit });
}

/** Each piece has its own summary; sums of sums are exact, percentiles could not be joined and are left out. */
function sum(done, summary, before) {
  for (const one of summary.models) {
    const total = done.models.get(one.model) ?? { requests: 0, unfit: 0, unpriced: 0, tokens: [0, 0, 0], cost: null, batch: null };
    total.requests += one.requests;
    total.unfit += one.do_not_fit;
    total.unpriced += one.unpriced;
    ['low', 'likely', 'high'].forEach((bound, i) => { total.tokens[i] += one.input_tokens[bound]; });
    if (one.cost) total.cost = { currency: one.cost.currency, ...Object.fromEntries(['low', 'likely', 'high'].map(bound => [bound, add(total.cost?.[bound] ?? '0', one.cost[bound])])) };
    if (one.batch_tier) total.batch = { cost: add(total.batch?.cost ?? '0', one.batch_tier.cost), saves: add(total.batch?.saves ?? '0', one.batch_tier.saves) };
    done.models.set(one.model, total);
  }
  done.dearest.push(...summary.dearest.map(one => ({ ...one, line: one.line + before })));
  done.dearest.sort((a, b) => Number(b.likely) - Number(a.likely)).splice(DEAREST);
}

function tick(done) {
  setText(room.querySelector('#batch-state'), count('lines_n', done.lines, number(done.lines)));
}

function show(final) {
  const done = result;
  const words = { done: () => t('batch_done', { n: number(done.lines) }), cancelled: () => t('cancelled', { n: number(done.lines) }),
    failed: () => done.message ?? '', running: () => t('lines_done', { n: number(done.lines) }) }[done.end]();
  const place = room.querySelector('#batch-state');
  setText(place, words);
  place.className = done.end === 'failed' ? 'problem' : '';
  if (final) announce(words, 100);
  if (done.lines === 0) return;
  room.querySelector('#batch-result').replaceChildren(el('h3', {}, t('totals')), scroll(totals(done), t('totals')),
    done.badCount ? el('h3', {}, `${t('bad_lines')} (${number(done.badCount)})`) : el('p', { class: 'fits' }, t('no_bad_lines')),
    done.badCount ? scroll(badLines(done), t('bad_lines')) : '',
    done.badCount > done.bad.length ? el('p', { class: 'muted' }, t('first_drawn', { n: number(done.bad.length) })) : '',
    done.dearest.length ? el('h3', {}, t('dearest')) : '', done.dearest.length ? scroll(dearest(done), t('dearest')) : '',
    el('div', { class: 'row' }, el('button', { type: 'button', id: 'batch-csv', onclick: () => save('smeta-batch.csv', 'text/csv', batchCsv(done)) }, t('save_csv'))));
}

const priced = (amount, currency) => ({ text: money(amount, currency), exact: exactMoney(amount, currency), amount });

function totals(done) {
  return grid('batch-totals', [['col_model'], ['requests_head', true], ['does_not_fit', true], ['col_input', true], ['col_total', true], ['col_range', true], ['with_batch', true]],
    [...done.models].map(([model, one]) => [model, number(one.requests), number(one.unfit), number(one.tokens[1]),
      one.cost ? { ...priced(one.cost.likely, one.cost.currency), text: money(one.cost.likely, one.cost.currency) + (one.unpriced ? ' + ?' : '') } : t('no_price'),
      one.cost ? `${money(one.cost.low, one.cost.currency)} … ${money(one.cost.high, one.cost.currency)}` : '—',
      one.batch ? { ...priced(one.batch.cost, one.cost.currency), text: `${money(one.batch.cost, one.cost.currency)} (−${percent(Number(one.batch.saves) / (Number(one.cost.likely) || 1))})` } : '—']));
}

function badLines(done) {
  return grid('batch-bad', [['line', true], ['id'], ['verdict']], done.bad.map(one => [number(one.line), one.id,
    one.problem ? el('span', { class: 'problem', lang: 'en' }, [one.problem.detail, one.problem.pointer ? `(${one.problem.pointer})` : '', one.problem.hint ?? ''].filter(Boolean).join(' '))
      : el('span', {}, one.unfit.map(fit => `${fit.model}: ${(fit.reasons ?? []).map(reason => t(reason)).join(', ') || t(`batch_${fit.verdict}`)}`).join('; '))]));
}

function dearest(done) {
  return grid('batch-dearest', [['line', true], ['id'], ['col_model'], ['col_total', true]],
    done.dearest.map(one => [number(one.line), one.custom_id ?? '', one.model, priced(one.likely, one.currency)]));
}

function batchCsv(done) {
  return csv([['model', 'requests', 'do_not_fit', 'unpriced', 'tokens_low', 'tokens', 'tokens_high', 'currency', 'cost_low', 'cost', 'cost_high', 'batch_cost'],
    ...[...done.models].map(([model, one]) => [model, one.requests, one.unfit, one.unpriced, ...one.tokens, one.cost?.currency, one.cost?.low, one.cost?.likely, one.cost?.high, one.batch?.cost]),
    [], ['line', 'custom_id', 'problem'],
    ...done.bad.map(one => [one.line, one.id, one.problem?.detail ?? one.unfit.map(fit => `${fit.model}: ${[fit.verdict, ...fit.reasons ?? []].join(' ')}`).join('; ')])]);
}
