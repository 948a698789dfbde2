/** The text in coloured tokens. Neighbours differ in colour and in underline; a character of several tokens is one box. */
import { ask, latest } from './api.js';
import { byId, el, setText } from './dom.js';
import { count, t } from './i18n.js';
import { number } from './format.js';
import { state } from './state.js';

const AT_ONCE = 1500;
const run = latest();
let drawn = { text: '', groups: [], ids: new Map() };
let drawing = 0;
let current = -1;
let shown = null;

const DRAWN = ['token-count', 'token-view', 'token-detail'];

/** What is drawn is of another prompt, until the answer to this one is there. */
export function doubt() {
  DRAWN.forEach(id => byId(id).classList.add('stale'));
}

/** Asks for the tokens of a text and draws them. */
export async function show(text, ofBody) {
  doubt();
  const query = new URLSearchParams({ vocabulary: state.vocabulary, include: 'ids' });
  const answer = await run(signal => ask('/v1/tokens', { query, body: text, signal }));
  if (answer === undefined) return;
  DRAWN.forEach(id => byId(id).classList.remove('stale'));
  shown = { text, answer, ofBody };
  drawn = { text, groups: grouped(answer.tokens ?? []) };
  current = -1;
  redraw();
}

/** Writes everything anew, after a change of language or of what is to be seen. */
export function redraw() {
  if (shown === null) return;
  setText(byId('token-count'), summary(shown.answer));
  setText(byId('token-note'), [note(shown.answer), shown.ofBody ? t('texts_only') : ''].filter(Boolean).join(' '));
  detail();
  draw();
}

/** The count in the chosen vocabulary, for the permalink. */
export const counted = () => shown?.answer.count ?? null;

function summary(answer) {
  const parts = [count('tokens_n', answer.count, number(answer.count)), count('characters_n', answer.characters, number(answer.characters))];
  if (answer.count > 0) parts.push(t('per_token', { n: number(answer.characters / answer.count) }));
  parts.push(answer.precision === 'exact' ? t('exactly') : t('estimated', { low: number(answer.low), high: number(answer.high) }));
  return (answer.precision === 'exact' ? '' : '≈ ') + parts.join(' · ');
}

function note(answer) {
  if (answer.precision !== 'exact') return t('no_ids');
  return answer.next_from ? t('first_drawn', { n: number(answer.next_from) }) : '';
}

/** Tokens that end inside a character have no text of their own: they join the one that ends it. */
function grouped(tokens) {
  const groups = [];
  let ids = [];
  let start = 0;
  for (const token of tokens) {
    ids.push(token.id);
    if (token.end > start) {
      groups.push({ ids, start, end: token.end });
      ids = [];
      start = token.end;
    }
  }
  if (ids.length && groups.length) groups.at(-1).ids.push(...ids);
  return groups;
}

function visible(text) {
  if (!byId('show-spaces').checked) return text;
  return text.replace(/ /g, '·').replace(/\t/g, '→\t').replace(/\r/g, '␍').replace(/\n/g, '⏎\n');
}

function box(group, index) {
  const text = visible(drawn.text.slice(group.start, group.end));
  const span = el('span', { class: `t t${index % 6}`, 'data-i': index }, text);
  if (byId('show-ids').checked) span.append(el('sub', {}, group.ids.join(' ')));
  else if (group.ids.length > 1) span.append(el('sub', {}, String(group.ids.length)));
  return span;
}

/** The first screenfuls at once, the rest between frames, so that typing is never held up. */
function draw() {
  const view = byId('token-view');
  const turn = ++drawing;
  const { groups, text } = drawn;
  if (groups.length === 0) {
    view.replaceChildren(text.slice(0, 20_000));
    return;
  }
  const step = from => {
    if (turn !== drawing) return;
    const part = document.createDocumentFragment();
    const end = Math.min(groups.length, from + AT_ONCE);
    for (let i = from; i < end; i++) part.append(box(groups[i], i));
    if (from === 0) view.replaceChildren(part);
    else view.append(part);
    if (end < groups.length) setTimeout(step, 30, end);
  };
  step(0);
}

function detail() {
  const group = drawn.groups[current];
  if (group === undefined) {
    setText(byId('token-detail'), drawn.groups.length ? t('token_hint') : '');
    return;
  }
  const text = drawn.text.slice(group.start, group.end);
  const bytes = [...new TextEncoder().encode(text)].slice(0, 12).map(b => b.toString(16).padStart(2, '0')).join(' ');
  setText(byId('token-detail'), t('token_title', { text: JSON.stringify(text).slice(1, -1), id: group.ids.join(', '), start: group.start, end: group.end, bytes })
    + (group.ids.length > 1 ? ' · ' + t('tokens_in_one', { n: group.ids.length }) : ''));
}

function choose(index, scroll) {
  const view = byId('token-view');
  view.querySelector('.now')?.classList.remove('now');
  current = index;
  const span = view.querySelector(`[data-i="${index}"]`);
  span?.classList.add('now');
  if (scroll) span?.scrollIntoView({ block: 'nearest' });
  detail();
}

export function start(changed) {
  const view = byId('token-view');
  view.addEventListener('pointerover', event => {
    const span = event.target.closest('.t');
    if (span) choose(Number(span.dataset.i), false);
  });
  view.addEventListener('keydown', event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || drawn.groups.length === 0) return;
    event.preventDefault();
    choose(Math.max(0, Math.min(drawn.groups.length - 1, current + step)), true);
  });
  byId('show-ids').addEventListener('change', draw);
  byId('show-spaces').addEventListener('change', draw);
  byId('vocabulary').addEventListener('change', event => {
    state.vocabulary = event.target.value;
    changed();
  });
}

/** The vocabularies of the catalogue's models: those that are published first. */
export function offer(names) {
  const published = ['o200k_base', 'cl100k_base', 'qwen'];
  const all = [...new Set([...published, state.vocabulary, ...[...names].sort()])];
  byId('vocabulary').replaceChildren(...all.map(name =>
    el('option', { value: name }, published.includes(name) ? name : '≈ ' + name)));
  byId('vocabulary').value = state.vocabulary;
}

/** The same prompt in the other vocabularies, as buttons that switch to them. */
export function compare(estimates, changed) {
  const counts = new Map();
  for (const { input_tokens: input } of estimates) {
    if (!counts.has(input.tokenizer) || input.precision === 'exact') counts.set(input.tokenizer, input);
  }
  const base = counts.get(state.vocabulary)?.likely;
  const list = [...counts].filter(([name]) => name !== 'unpublished').sort((a, b) => a[1].likely - b[1].likely);
  byId('vocabularies').replaceChildren(...list.map(([name, input]) => el('li', {},
    el('button', { type: 'button', 'aria-pressed': String(name === state.vocabulary), onclick: () => {
      state.vocabulary = name;
      byId('vocabulary').value = name;
      changed();
    } }, `${name} ${input.precision === 'exact' ? '' : '≈ '}${number(input.likely)}`
      + (base && name !== state.vocabulary && input.likely !== base ? ` (×${number(input.likely / base)})` : '')))));
}
