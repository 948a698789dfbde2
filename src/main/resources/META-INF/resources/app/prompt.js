/** The prompt: text or a request body, files beside it, examples, and what was wrong with it. */
import { announce, byId, el, setAttribute, setText } from './dom.js';
import { EXAMPLES } from './examples.js';
import { requestIn } from './found.js';
import { FORMS, measure, SAMPLES, tidy } from './media.js';
import { number } from './format.js';
import { t } from './i18n.js';
import { state } from './state.js';

export const DIALECTS = ['openai-chat', 'openai-responses', 'anthropic', 'gemini', 'dashscope', 'bedrock', 'cohere', 'gigachat', 'ollama', 'yandex', 'completions',
  'embeddings', 'rerank', 'moderations', 'speech', 'transcription', 'images', 'videos', 'plain'];
/** Files whose size isn't known yet, or never will be without a person's help. */
let files = [];
let changed = () => {};

/** The body of a question, its type, and the words of the query that belong to it. */
export function question() {
  const text = byId('prompt').value;
  const query = new URLSearchParams();
  if (state.input !== '' && text === '') {
    query.set('input', state.input);
    return { query, body: '', type: 'text/plain;charset=utf-8' };
  }
  const json = looksLikeJson(text) && state.dialect !== 'plain';
  if (json && state.dialect) query.set('dialect', state.dialect);
  return { query, body: text, type: json ? 'application/json' : 'text/plain;charset=utf-8' };
}

/** Whether the prompt is a request's body, of which only the texts are drawn. */
export const isBody = () => words() !== byId('prompt').value;

const looksLikeJson = text => /^\s*\{/.test(text);

/** The words that a model reads: of a request body the texts of its messages, without framing, tools and media. */
export function words() {
  const text = byId('prompt').value;
  if (!looksLikeJson(text) || state.dialect === 'plain') return text;
  try {
    const found = [];
    collect(JSON.parse(text), null, found);
    return found.length ? found.join('\n') : text;
  } catch {
    return text;
  }
}

/** The model that a request's body names, or null. */
export function model() {
  const text = byId('prompt').value;
  if (!looksLikeJson(text)) return null;
  try {
    return String(JSON.parse(text).model ?? '') || null;
  } catch {
    return null;
  }
}

/** Names another model in the request's body. */
export function rename(name) {
  write(JSON.stringify({ ...JSON.parse(byId('prompt').value), model: name }, null, 2));
}

const TEXTS = new Set(['text', 'content', 'system', 'input', 'instructions', 'parts', 'system_instruction', 'systemInstruction']);
const INSIDE = new Set([...TEXTS, 'messages', 'contents']);

function collect(node, key, found) {
  if (typeof node === 'string') found.push(node);
  else if (Array.isArray(node)) node.forEach(one => (typeof one !== 'string' || TEXTS.has(key)) && collect(one, key, found));
  else if (node !== null && typeof node === 'object') {
    for (const [name, value] of Object.entries(node)) {
      if (typeof value === 'string' ? TEXTS.has(name) : INSIDE.has(name)) collect(value, name, found);
    }
  }
}

export function start(onChange) {
  changed = onChange;
  const field = byId('prompt');
  field.addEventListener('input', () => {
    state.input = '';
    changed(true);
  });
  field.addEventListener('paste', event => {
    const text = event.clipboardData?.getData('text') ?? '';
    if (field.selectionStart > 0 || field.selectionEnd < field.value.length) return;
    const usage = usageIn(text);
    if (usage === null && requestIn(text) === null) return;
    event.preventDefault();
    if (usage) take(usage);
    else {
      write(text);
      changed(false);
    }
  });
  for (const id of ['files', 'folder']) byId(id).addEventListener('change', async event => {
    await add([...event.target.files].filter(file => !/(^|\/)\./.test(file.webkitRelativePath)));
    event.target.value = '';
  });
  byId('examples').addEventListener('change', event => {
    const example = EXAMPLES[event.target.value];
    if (!example) return;
    field.value = example();
    state.input = '';
    field.scrollTop = 0;
    changed(false);
    event.target.value = '';
  });
  byId('examples').append(...Object.keys(EXAMPLES).map(name => el('option', { value: name, 'data-t': name })));
  byId('dialect').replaceChildren(el('option', { value: '', 'data-t': 'detect' }), ...DIALECTS.map(name => el('option', { value: name }, name)));
  byId('dialect').addEventListener('change', event => {
    state.dialect = event.target.value;
    changed(false);
  });
}

/** “12,345 input 800 output”, as it stands in many a log. */
function usageIn(text) {
  const found = /^\s*([\d][\d,._ ]*)\s*(?:input|prompt)\D{0,20}?([\d][\d,._ ]*)\s*(?:output|completion|reply)\D{0,20}$/i.exec(text);
  if (!found) return null;
  return { input: found[1].replace(/\D/g, ''), output: found[2].replace(/\D/g, '') };
}

function take(usage) {
  byId('prompt').value = '';
  state.input = usage.input;
  state.output = usage.output;
  document.forms.assumptions.elements.output.value = usage.output;
  changed(false);
}

/** Images and recordings are measured; texts become the prompt, a request in a command or a program that request. */
export async function add(list) {
  const texts = [];
  for (const file of list) {
    const measured = await measure(file);
    if (measured === null) texts.push({ name: file.webkitRelativePath || file.name, text: await file.text() });
    else files.push(measured);
  }
  if (texts.length === 1) write(texts[0].text);
  else if (texts.length > 1) {
    write(texts.map(({ name, text }) => `${name}\n\n${text}`).join('\n\n'));
    setText(byId('found'), t('files_joined', { n: number(texts.length) }));
  }
  publish();
}

/** Puts a text in; of a command or a program only the request that it holds. */
function write(text) {
  const request = requestIn(text);
  byId('prompt').value = request?.body ?? text;
  setText(byId('found'), request ? t('found_body', { name: t(request.kind) }) : '');
  state.input = '';
}

function publish() {
  for (const kind of Object.keys(FORMS)) state[kind] = files.filter(file => file.kind === kind && file.value !== null).map(file => file.value);
  drawMedia();
  changed(false);
}

/** What a link says of media comes back without its files. */
export function restore() {
  files = Object.keys(FORMS).flatMap(kind => state[kind].map(value => ({ kind, value, name: '' })));
  byId('dialect').value = state.dialect;
  if (state.text) byId('prompt').value = state.text;
  drawMedia();
}

export function drawMedia() {
  byId('media').replaceChildren(...files.map((file, index) => el('li', {},
    `${t(`m_${file.kind}`)} `, file.name ? el('span', { class: 'file' }, file.name + ' ') : null,
    file.value !== null && file.kind !== 'pages' ? file.value.replace('x', ' × ') : sizeField(file),
    el('button', { type: 'button', 'aria-label': t('remove', { name: file.name || file.value || '' }), onclick: () => {
      files.splice(index, 1);
      publish();
    } }, '✕'))));
}

function sizeField(file) {
  const field = el('input', { class: 'size', placeholder: SAMPLES[file.kind], 'aria-label': t(`ask_${file.kind}`, { name: file.name }),
    'aria-invalid': file.value === null ? 'true' : null, onchange: event => {
      const value = tidy(file.kind, event.target.value);
      file.value = FORMS[file.kind].test(value) ? value : null;
      publish();
    } });
  field.value = file.value ?? '';
  return el('label', { class: 'inline' }, field, file.value === null ? el('span', { class: 'problem' }, t(`ask_${file.kind}`, { name: '' })) : t('m_of_pages'));
}

/** What the service said about the body, beside the body. */
export function complain(problem) {
  const place = byId('prompt-problem');
  place.hidden = problem === null;
  setAttribute(byId('prompt'), 'aria-invalid', problem === null ? null : 'true');
  if (problem === null) return;
  const said = [problem.message, problem.pointer ? `(${problem.pointer})` : '', problem.hint ? `— ${problem.hint}` : ''].filter(Boolean).join(' ');
  announce(said, 100);
  place.replaceChildren(el('span', { lang: 'en' }, said), ' ',
    el('button', { type: 'button', onclick: () => {
      state.dialect = 'plain';
      byId('dialect').value = 'plain';
      changed(false);
    } }, t('as_plain')));
}

export function describe(answer) {
  const input = state.input !== '' && byId('prompt').value === '';
  setText(byId('detected'), input ? t('given_tokens', { n: number(Number(state.input)) })
    : byId('prompt').value ? t('detected', { dialect: answer.dialect }) : t('empty_prompt'));
}
