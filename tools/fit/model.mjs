/** The model, in the same operations and the same order as smeta.token.fit.FittedEstimate, so that both give the same numbers. */
import { FEATURES, GROUP_NAMES, GROUP_OF } from './features.mjs';

const C = Object.fromEntries(FEATURES.map((name, i) => [name, i]));
const G = Object.fromEntries(GROUP_NAMES.map((name, i) => [name, i]));
export const MILLION = 1e6;

/** Kinds of text that have bounds of their own. */
export const KINDS = [
  'english', 'latin', 'plain', 'code', 'cyrillic', 'greek', 'chinese', 'japanese', 'hangul', 'arabic', 'hebrew',
  'devanagari', 'bengali', 'tamil', 'dravidian', 'indic', 'thai', 'khmer', 'myanmar', 'southeast', 'letter',
  'digit', 'symbol', 'blank', 'mixed', 'odd',
];
/** Sizes in likely tokens: a size class begins at each. */
export const SIZES = [0, 3, 6, 12, 24, 48, 96, 192, 384, 1000];

/** o200k tokens that each group is expected to take, in millionths. */
export function expected(x, weights) {
  const e = new Float64Array(GROUP_NAMES.length);
  for (let i = 0; i < FEATURES.length; i++) {
    if (GROUP_OF[i] >= 0) {
      e[GROUP_OF[i]] += x[i] * weights[i];
    }
  }
  return e;
}

const sum = (list) => list.reduce((a, b) => a + b, 0);

/** What a token of Latin script may cost more: where o200k needs many, and where letters tell another language. */
export const LATIN_EXTRAS = ['dense', 'foreign', 'umlauts', 'acutes'];

const atMost1 = (value) => Math.min(1, value);

function latinExtras(x, tokens, total) {
  const letters = x[C.lower] + x[C.upper] + x[C.latin] + x[C.latinext];
  return [
    atMost1(Math.max(0, (tokens * MILLION) / total - 0.8)),
    1 - atMost1((50 * (x[C.th] + 0.5)) / (letters + 50)),
    atMost1((60 * x[C.umlauts]) / (letters + 30)),
    atMost1((40 * x[C.acutes]) / (letters + 30)),
  ];
}

/** The columns of the fit: o200k tokens allotted to the groups by expectation, extras of Latin, then the features. */
export function columns(x, tokens, weights) {
  const e = expected(x, weights);
  const total = sum(e);
  if (total === 0) {
    return [...new Array(GROUP_NAMES.length + LATIN_EXTRAS.length).fill(0), ...x];
  }
  const allotted = Array.from(e, (part) => (tokens * part) / total);
  return [...allotted, ...latinExtras(x, tokens, total).map((extra) => allotted[G.latin] * extra), ...x];
}

/** Tokens, not rounded; coefficients in millionths. */
export function predict(x, tokens, weights, coefficients) {
  const row = columns(x, tokens, weights);
  let y = 0;
  for (let i = 0; i < row.length; i++) {
    y += row[i] * coefficients[i];
  }
  return Math.max(y / MILLION, x[C.texts]);
}

export function kindOf(x, tokens, weights) {
  const e = expected(x, weights);
  const total = sum(e);
  if (tokens >= 12 && (tokens * MILLION > 1.6 * total || tokens * MILLION < 0.6 * total)) {
    return 'odd';
  }
  const technical = e[G.punct] + e[G.white] + e[G.digit];
  const content = total - technical;
  if (content < 0.15 * total) {
    return e[G.digit] * 2 > technical ? 'digit' : 'blank';
  }
  const cj = e[G.han] + e[G.kana];
  let best = cj;
  let name = e[G.kana] > 0.2 * cj ? 'japanese' : 'chinese';
  for (const group of ['latin', 'cyrillic', 'greek', 'hangul', 'arabic', 'hebrew', 'devanagari', 'bengali', 'tamil',
    'dravidian', 'indic', 'thai', 'khmer', 'myanmar', 'southeast', 'letter', 'symbol']) {
    if (e[G[group]] > best) {
      best = e[G[group]];
      name = group;
    }
  }
  if (best < 0.7 * content) {
    return 'mixed';
  }
  if (name !== 'latin') {
    return name;
  }
  const accented = x[C.latin] + x[C.latinext];
  const letters = x[C.lower] + x[C.upper] + accented;
  if (accented * 100 >= letters) {
    return 'latin';
  }
  if (technical > 0.3 * total) {
    return 'code';
  }
  return x[C.th] * 100 >= letters ? 'english' : 'plain';
}

export const sizeOf = (likely) => SIZES.findLastIndex((from) => likely >= from);

/** low, likely, high as the program gives them. */
export function estimate(model, weights, x, tokens, bytes) {
  if (x[C.texts] === 0) {
    return [0, 0, 0];
  }
  const y = predict(x, tokens, weights, model.coefficients);
  const [below, above] = model.bounds[kindOf(x, tokens, weights)][sizeOf(y)];
  const most = bytes + x[C.texts];
  const likely = Math.min(most, Math.floor(y + 0.5));
  const low = Math.min(likely, Math.max(x[C.texts], Math.floor((y * below) / 1000)));
  const high = Math.max(likely, Math.min(most, Math.ceil((y * above) / 1000)));
  return [low, likely, high];
}
