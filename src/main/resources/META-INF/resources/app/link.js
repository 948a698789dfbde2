/** The permalink: the view in the fragment, the prompt only if a person asks for it. */
import { byId, debounce, setText } from './dom.js';
import { number } from './format.js';
import { t } from './i18n.js';
import { estimates } from './models.js';
import { fragment, read, state } from './state.js';
import * as tokens from './tokens.js';

const LONG = 8 * 1024;
let written = '';

export function take() {
  read(location.hash);
  written = location.hash;
}

/** The fragment as it would be now: with the text, or with its count in its place. */
function current() {
  const text = byId('prompt').value;
  if (byId('link-text').checked && text) return fragment({ text });
  return fragment({ input: text === '' ? state.input : String(counted() ?? '') });
}

/** The prompt's tokens in the chosen vocabulary: as a model counts them, framing included, unless media are counted besides. */
function counted() {
  const media = [...state.image, ...state.audio, ...state.video, ...state.pages];
  const same = media.length ? [] : estimates().map(estimate => estimate.input_tokens).filter(input => input.tokenizer === state.vocabulary);
  return (same.find(input => input.precision === 'exact') ?? same[0])?.likely ?? tokens.counted();
}

export const address = () => `${location.href.split('#')[0]}#${current()}`;

const write = debounce(300, () => {
  const now = current();
  written = now ? `#${now}` : '';
  history.replaceState(null, '', location.pathname + location.search + written);
  const length = address().length;
  setText(byId('link-size'), length > LONG ? t('link_long', { n: number(length) }) : '');
});

export const changed = () => write();

/** Another link opened in the same tab is another view. */
export function start(another) {
  byId('link-text').checked = state.text !== '';
  byId('link-text').addEventListener('change', changed);
  addEventListener('hashchange', () => {
    if (location.hash !== written) another();
  });
}
