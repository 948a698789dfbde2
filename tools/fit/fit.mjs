/** Fits, calibrates, tests, and writes src/main/resources/estimates, the test fixture and the tables of docs/estimates.md. */
import { counted } from './counts.mjs';
import { CLASSES, FEATURES, GROUP_NAMES, GROUP_OF, RANKS, features } from './features.mjs';
import { nonNegative } from './leastsquares.mjs';
import { KINDS, LATIN_EXTRAS, MILLION, SIZES, columns, kindOf, predict, sizeOf } from './model.mjs';
import { published } from './published.mjs';
import { heldOutTable, write } from './write.mjs';

const FAMILIES = [
  'llama-2', 'llama-3', 'mistral-v1', 'mistral-nemo', 'gemma-2', 'gemma-3', 'deepseek-v3', 'baichuan-2', 'chatglm-3', 'yi',
];
/** Measured too, for what has no tokenizer of its own. */
const NEIGHBOURS = ['qwen', 'cl100k', 'claude-2'];

const ALPHA = Number(process.env.ALPHA ?? 0.03);
const LEAST = 40;

const utf8 = new TextEncoder();
const samples = (await counted()).map(({ kind, split, source, texts, tokens }) => ({
  language: kind,
  split,
  source,
  x: features(texts),
  bytes: texts.reduce((sum, text) => sum + utf8.encode(text).length, 0),
  chars: texts.reduce((sum, text) => sum + Array.from(text).length, 0),
  tokens,
}));
const per = (list, key) => {
  const groups = new Map();
  for (const one of list) {
    const name = key(one);
    groups.set(name, groups.get(name) ?? []);
    groups.get(name).push(one);
  }
  return groups;
};
/* HOLDOUT=fish,fortune,guide: how well does it do on whole sources that it has never seen? Prints, writes nothing. */
const heldOut = (process.env.HOLDOUT ?? '').split(',').filter((source) => source !== '');
const parts = per(samples, (s) => (heldOut.length === 0 ? s.split : heldOut.includes(s.source) ? 'test' : s.split === 'test' ? 'unused' : s.split));
const [fit, calibration, test] = ['fit', 'calibration', 'test'].map((name) => parts.get(name));
const common = per(fit, (sample) => sample.language);
const weightOf = (sample, y) => 1 / (y + 4) ** 2 / common.get(sample.language).length;

const RANKED = Object.keys(RANKS).map((name) => FEATURES.indexOf(name));
const unranked = (x) => x.map((value, i) => (RANKED.includes(i) ? 0 : value));

function expectations() {
  const rows = fit.map(({ x }) => unranked(x));
  const targets = fit.map(({ tokens }) => tokens.o200k);
  const found = nonNegative(rows, targets, fit.map((s) => weightOf(s, s.tokens.o200k)));
  return Array.from(found, (w, i) => (GROUP_OF[i] < 0 ? 0 : Math.max(i < CLASSES.length ? 20_000 : 0, Math.round(w * MILLION))));
}

/* Marks of a language may lower a count; whatever else adds tokens. */
const SIGNED = [GROUP_NAMES.length + LATIN_EXTRAS.length + FEATURES.indexOf('th')];

/** @param ranked false for a fit that others are made of by putting ratios of scripts in place of its own */
function fitted(y, weights, ranked = true) {
  const rows = fit.map((s) => columns(ranked ? s.x : unranked(s.x), s.tokens.o200k, weights));
  const found = nonNegative(rows, fit.map(y), fit.map((s) => weightOf(s, y(s))), SIGNED);
  return Array.from(found, (c) => Math.round(c * MILLION));
}

/** Split-conformal: the quantile with the finite-sample correction, on the outer side. */
function quantile(sorted, level) {
  const at = Math.ceil((sorted.length + 1) * level) - 1;
  return sorted[Math.min(sorted.length - 1, Math.max(0, at))];
}

/** Samples of one document err together, so that few samples say less than their number: their bounds move outwards. */
const cautious = (pool, ratio) => Math.max(0, 1 + (ratio - 1) * (1 + 1.5 / Math.sqrt(pool.length)));

/** Bounds as ratios in thousandths, for each kind of text and size: the quantiles of every language and source by itself, the widest wins. */
function calibrated(ratios) {
  const bounds = {};
  for (const kind of KINDS) {
    const own = ratios.filter((r) => r.kind === kind);
    bounds[kind] = SIZES.map((_, size) => {
      let near = [];
      for (let reach = 0; near.length < LEAST && reach < SIZES.length; reach++) {
        near = own.filter((r) => Math.abs(r.size - size) <= reach);
      }
      const usual = near.filter((r) => r.language !== 'odd');
      const pools = [near, ...[(r) => r.language, (r) => r.language + r.source].flatMap((key) => [...per(usual, key).values()])]
        .filter((pool, i) => i === 0 || pool.length >= LEAST);
      const low = pools.map((pool) => cautious(pool, -quantile(pool.map((r) => -r.low).sort((a, b) => a - b), 1 - ALPHA / 2)));
      const high = pools.map((pool) => cautious(pool, quantile(pool.map((r) => r.high).sort((a, b) => a - b), 1 - ALPHA / 2)));
      return [Math.min(990, Math.floor(1000 * Math.min(...low))), Math.max(1010, Math.ceil(1000 * Math.max(...high)))];
    });
    for (let size = SIZES.length - 2; size >= 0; size--) {
      bounds[kind][size][0] = Math.min(bounds[kind][size][0], bounds[kind][size + 1][0]);
      bounds[kind][size][1] = Math.max(bounds[kind][size][1], bounds[kind][size + 1][1]);
    }
  }
  return bounds;
}

const ratiosOf = (weights, coefficients, low, high = low) =>
  calibration.map((s) => {
    const y = predict(s.x, s.tokens.o200k, weights, coefficients);
    return { kind: kindOf(s.x, s.tokens.o200k, weights), size: sizeOf(y), language: s.language, source: s.source, low: low(s) / y, high: high(s) / y };
  });

const weights = expectations();
const models = {};
for (const family of [...FAMILIES, ...NEIGHBOURS]) {
  const own = (s) => s.tokens[family];
  const coefficients = fitted(own, weights);
  models[family] = { coefficients, bounds: calibrated(ratiosOf(weights, coefficients, own)) };
  console.error('fitted', family);
}
Object.assign(models, published({
  models, weights, fit, fitted: (y, ranked) => fitted(y, weights, ranked), calibrated, ratiosOf, measured: [...FAMILIES, ...NEIGHBOURS],
}));
if (heldOut.length > 0) {
  console.log(heldOutTable({ weights, models, test, families: FAMILIES }));
} else {
  write({ weights, models, test, families: FAMILIES });
}
