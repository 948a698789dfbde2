/**
 * Families whose tokenizer nobody may run: published ratios where there are any, else what the measured families span.
 * Sources and dates are in docs/estimates.md and in the notes here, which go into the data files.
 */
import { FEATURES, GROUPS, GROUP_NAMES } from './features.mjs';
import { KINDS, LATIN_EXTRAS, MILLION, SIZES, columns } from './model.mjs';

const shareAt = (group) => GROUP_NAMES.indexOf(group);
const columnAt = (name) => GROUP_NAMES.length + LATIN_EXTRAS.length + FEATURES.indexOf(name);

/** Likely tokens for one o200k token. Published: latin, punct (code), han, arabic, indic; the others lean on Claude 2. */
const CLAUDE_3 = {
  latin: 1.2, cyrillic: 1.55, greek: 1.7, han: 1.45, kana: 1.3, hangul: 1.6, arabic: 2.15, hebrew: 2.0, devanagari: 1.95, bengali: 2.1, tamil: 2.1, dravidian: 2.1, indic: 2.1,
  thai: 2.0, khmer: 2.0, myanmar: 2.0, southeast: 2.0, letter: 2.2, digit: 1.2, punct: 1.3, symbol: 1.4, white: 1.2,
};
/** Claude 4.7 and later: Latin script and code 1.2 to 1.46 times Claude 4.6, other scripts as before. */
const CLAUDE_47 = { ...CLAUDE_3, latin: 1.6, punct: 1.56, digit: 1.3, white: 1.4, symbol: 1.5 };

/** Low and high ratio to the likely number of a long text, where something is published. */
const CLAUDE_3_RANGE = {
  english: [0.85, 1.22], latin: [0.75, 1.3], code: [0.82, 1.25], chinese: [0.8, 1.25], arabic: [0.7, 1.3], devanagari: [0.6, 1.45],
};
const CLAUDE_47_RANGE = {
  ...CLAUDE_3_RANGE, english: [0.72, 1.32], latin: [0.68, 1.4], code: [0.74, 1.35],
};

export function published({ models, weights, fit, fitted, calibrated, ratiosOf, measured }) {
  const count = (names) => (s) => names.map((name) => s.tokens[name]);
  const all = count([...measured, 'o200k']);
  const least = (s) => Math.min(...all(s));
  const most = (s) => Math.max(...all(s));
  const median = (s) => all(s).sort((a, b) => a - b)[Math.floor(measured.length / 2)];
  const widened = (bounds, low, high) =>
    Object.fromEntries(KINDS.map((kind) => [kind, bounds[kind].map(([l, h]) => [Math.floor(l * low), Math.ceil(h * high)])]));
  const span = (coefficients, low = 0.9, high = 1.1, from = least, to = most) =>
    widened(calibrated(ratiosOf(weights, coefficients, from, to)), low, high);

  const shares = (ratios) => {
    const coefficients = new Array(GROUP_NAMES.length + LATIN_EXTRAS.length + FEATURES.length).fill(0);
    for (const [group, ratio] of Object.entries(ratios)) {
      coefficients[shareAt(group)] = Math.round(ratio * MILLION);
    }
    return coefficients;
  };

  /**
   * A published range holds for long texts; short ones scatter as Claude 2's do around their fit. In no language that was
   * compared did Claude need fewer tokens than o200k, so the measured families that need fewer don't count as a floor.
   */
  function claude(ratios, ranges, high) {
    const coefficients = shares(ratios);
    const bounds = span(coefficients, 0.9, high, (s) => Math.min(s.tokens.o200k, s.tokens['claude-2']));
    const noise = models['claude-2'].bounds;
    for (const [kind, [low, high]] of Object.entries(ranges)) {
      const last = noise[kind][SIZES.length - 1];
      bounds[kind] = noise[kind].map(([l, h]) => [Math.floor((1000 * low * l) / last[0]), Math.ceil((1000 * high * h) / last[1])]);
    }
    return { coefficients, bounds };
  }

  const unpublished = { coefficients: fitted(median, false) };
  unpublished.bounds = span(unpublished.coefficients);

  /** o200k tokens of Latin letters for each word of English prose, to turn a rule for words into one for tokens. */
  const english = fit.filter((s) => s.language === 'en');
  const latinPerWord =
    english.reduce((sum, s) => sum + columns(s.x, s.tokens.o200k, weights)[shareAt('latin')], 0)
    / english.reduce((sum, s) => sum + s.x[FEATURES.indexOf('words')], 0);
  const chinese = count(['deepseek-v3', 'baichuan-2', 'chatglm-3', 'yi', 'qwen']);

  function vendorRule(perHan, perWord) {
    const coefficients = [...unpublished.coefficients];
    coefficients[shareAt('han')] = 0;
    coefficients[columnAt('han')] = Math.round(perHan * MILLION);
    if (perWord) {
      coefficients[shareAt('latin')] = Math.round((perWord / latinPerWord) * MILLION);
      LATIN_EXTRAS.forEach((_, i) => (coefficients[GROUP_NAMES.length + i] = 0));
      for (const name of GROUPS.latin.concat('th', 'umlauts', 'acutes', 'contractions', 'apostrophes')) {
        coefficients[columnAt(name)] = 0;
      }
    }
    const bounds = span(coefficients);
    bounds.chinese = span(coefficients, 0.9, 1.1, (s) => Math.min(...chinese(s)), (s) => Math.max(...chinese(s))).chinese;
    for (const kind of KINDS) {
      bounds[kind] = bounds[kind].map(([l, h]) => [Math.min(l, 750), Math.max(h, 1250)]);
    }
    return { coefficients, bounds };
  }

  const qwen35 = { coefficients: fitted((s) => Math.sqrt(s.tokens.qwen * Math.min(s.tokens.qwen, s.tokens.o200k))) };
  qwen35.bounds = widened(
    calibrated(ratiosOf(weights, qwen35.coefficients,
      (s) => Math.min(...count(['qwen', 'o200k', 'gemma-2', 'gemma-3', 'mistral-nemo'])(s)), (s) => s.tokens.qwen)),
    0.9, 1.05);

  const notes = {
    'claude-3': 'published ratios to o200k: English +16 %, Python +30 % (VentureBeat 2025-05-01), Chinese 1.43 to 1.49, Arabic and Hindi about 2 (A. Komatsuzaki 2026-04-29); other scripts: Claude 2 as a weak prior, bounds of all measured families',
    'claude-4.7': 'claude-3 times the published growth of Opus 4.7 over 4.6 (sol.ava.dev 2026-04-17; Anthropic: 1.0 to 1.35): Latin script and code 1.13 to 1.46, other scripts 1.00',
    'gemma-4': 'the fit of gemma-3 (same size of vocabulary, same kind of tokenizer), bounds widened by 10 %',
    'qwen-3.5': 'between Qwen 2.5 and the best large vocabularies: 248,320 entries, Alibaba states 10 to 60 % gains (2026-02)',
    minimax: 'MiniMax price page (abab 5): 1,000 tokens = 750 Chinese characters, with the bounds of five measured Chinese families; other scripts as unpublished',
    spark: 'xfyun.cn SDK documentation: 1 token = 1.5 Chinese characters or 0.8 English words; other scripts as unpublished',
    ernie: 'Baidu API field documentation: Chinese characters + 1.3 words, "estimate only"; other scripts as unpublished',
    unpublished: 'nothing is known: the median of the measured families, bounds of all of them widened by 10 %',
  };
  const found = {
    'claude-3': claude(CLAUDE_3, CLAUDE_3_RANGE, 1.1),
    'claude-4.7': claude(CLAUDE_47, CLAUDE_47_RANGE, 1.35),
    'gemma-4': { coefficients: models['gemma-3'].coefficients, bounds: widened(models['gemma-3'].bounds, 0.9, 1.1) },
    'qwen-3.5': qwen35,
    minimax: vendorRule(1 / 0.75, 0),
    spark: vendorRule(1 / 1.5, 1 / 0.8),
    ernie: vendorRule(1, 1.3),
    unpublished,
  };
  /* Scripts that Claude 4.7 counts as its predecessor does. */
  const grown = ['english', 'latin', 'plain', 'code', 'digit', 'symbol', 'blank', 'mixed', 'odd'];
  for (const kind of KINDS.filter((name) => !grown.includes(name))) {
    found['claude-4.7'].bounds[kind] = found['claude-3'].bounds[kind];
  }
  for (const [name, note] of Object.entries(notes)) {
    found[name].note = note;
  }
  return found;
}
