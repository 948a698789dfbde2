/** Writes what the fit found: data files, the test fixture, and the tables of docs/estimates.md. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { FEATURES, GROUP_NAMES, features } from './features.mjs';
import { GENERATED } from './generated.mjs';
import { KINDS, LATIN_EXTRAS, SIZES, estimate } from './model.mjs';
import { hash, random } from './random.mjs';
import { PACKAGES, references } from './references.mjs';

const root = new URL('../../', import.meta.url);
const DATE = process.env.AS_OF;
if (!/^\d{4}-\d\d-\d\d$/.test(DATE ?? '')) throw new Error('AS_OF=2026-11-28 says which day the data files carry');
const utf8 = new TextEncoder();

export function write({ weights, models, test, families }) {
  data(weights, models, families);
  const checked = fixture(families);
  tables({ weights, models, test, families, checked });
}

function data(weights, models, families) {
  const folder = new URL('src/main/resources/estimates/', root);
  mkdirSync(folder, { recursive: true });
  const names = Object.keys(models).filter((name) => families.includes(name) || models[name].note);
  writeFileSync(new URL('o200k.tsv', folder), [
    '# What the estimates of all families share. Made by tools/fit; method in docs/estimates.md.',
    `as_of\t${DATE}`,
    ...names.map((name) => `family\t${name}`),
    '# Least likely tokens of each size class.',
    ['sizes', ...SIZES].join('\t'),
    '# o200k tokens that a character or run is expected to take, in millionths.',
    ...FEATURES.map((name, i) => `expected\t${name}\t${weights[i]}`),
  ].join('\n') + '\n');
  for (const name of names) {
    const { coefficients, bounds, note } = models[name];
    writeFileSync(new URL(`${name}.tsv`, folder), [
      '# Numbers of a fitted estimate, no vocabulary. Made by tools/fit; method, coverage and sources in docs/estimates.md.',
      `family\t${name}`,
      `as_of\t${DATE}`,
      note ? `source\t${note}` : `source\tfitted to npm ${PACKAGES[name]}`,
      '# Tokens for one o200k token allotted to a group, in millionths.',
      ...GROUP_NAMES.map((group, i) => `share\t${group}\t${coefficients[i]}`),
      '# More for one o200k token of Latin script: where o200k needs many, and where letters tell another language.',
      ...LATIN_EXTRAS.map((extra, i) => `extra\t${extra}\t${coefficients[GROUP_NAMES.length + i]}`),
      '# Tokens for one character or run, in millionths.',
      ...FEATURES.map((feature, i) => `column\t${feature}\t${coefficients[GROUP_NAMES.length + LATIN_EXTRAS.length + i]}`),
      '# Low and high in thousandths of the sum, by kind of text and size class.',
      ...KINDS.map((kind) => ['bounds', kind, ...bounds[kind].map((pair) => pair.join(' '))].join('\t')),
    ].join('\n') + '\n');
  }
}

const unescape = (text) => text.replace(/\\(.)/g, (_, c) => ({ n: '\n', t: '\t' })[c] ?? c);
const escape = (text) => text.replace(/\\/g, '\\\\').replace(/\n/g, '\\n').replace(/\t/g, '\\t');

/** Texts written for the test, and generated ones: none of them is in the fit or the calibration. */
function fixture(families) {
  const texts = readFileSync(new URL('prompts.tsv', import.meta.url), 'utf8').trimEnd().split('\n').map((line) => line.split('\t'))
    .map(([language, text]) => [language, unescape(text)]);
  for (const [kind, make] of Object.entries(GENERATED).filter(([name]) => name !== 'odd')) {
    for (let i = 0; i < 8; i++) {
      const dice = random(hash(`fixture ${kind} ${i}`));
      const text = Array.from(make(dice));
      const from = dice.below(Math.max(1, text.length - 200));
      texts.push([kind, text.slice(from, from + dice.size(5, 160)).join('')]);
    }
  }
  const tokenizers = references();
  const rows = texts.map(([language, text]) => ({
    language, text, x: features([text]), bytes: utf8.encode(text).length,
    tokens: Object.fromEntries(['o200k', ...families].map((name) => [name, tokenizers[name](text)])),
  }));
  const columns = ['o200k', ...families];
  const folder = new URL('src/test/resources/estimates/', root);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL('fixture.tsv', folder), [
    '# Texts that are not in the fit, and their tokens by the reference tokenizers. Made by tools/fit/write.mjs with',
    '# ' + [...new Set(columns.map((name) => PACKAGES[name]))].join(', ') + '.',
    '# "features" is the script\'s own reading of smeta.token.fit.TextFeatures.',
    ['kind', ...columns, 'features', 'text'].join('\t'),
    ...rows.map((row) => [row.language, ...columns.map((name) => row.tokens[name]), Array.from(row.x).join(','), escape(row.text)].join('\t')),
  ].join('\n') + '\n');
  return rows;
}

const percent = (part, all) => (all === 0 ? '–' : ((100 * part) / all).toFixed(1));

function judged(list, model, weights, family) {
  const rows = list.map((s) => {
    const truth = s.tokens[family];
    const [low, likely, high] = estimate(model, weights, s.x, s.tokens.o200k, s.bytes);
    return { in: low <= truth && truth <= high, error: Math.abs(likely - truth) / truth, width: (high - low) / Math.max(1, likely) };
  });
  const middle = (key) => rows.map((r) => r[key]).sort((a, b) => a - b)[Math.floor(rows.length / 2)] ?? 0;
  return { coverage: percent(rows.filter((r) => r.in).length, rows.length), error: (100 * middle('error')).toFixed(1), width: (100 * middle('width')).toFixed(0), n: rows.length };
}

const table = (title, groups, families, show) => [
  '', title, '', `| | n | ${families.join(' | ')} |`, `|---|---|${families.map(() => '---|').join('')}`,
  ...groups.map(([name, list]) => `| ${name} | ${list.length} | ${families.map((family) => show(list, family)).join(' | ')} |`),
].join('\n');

export function heldOutTable({ weights, models, test, families }) {
  const languages = [...new Set(test.map((s) => s.language))].sort().map((language) => [language, test.filter((s) => s.language === language)]);
  return table('Coverage / median error', [...languages, ['all', test]], families, (list, family) => {
    const j = judged(list, models[family], weights, family);
    return `${j.coverage} / ${j.error}`;
  });
}

function tables({ weights, models, test, families, checked }) {
  const languages = [...new Set(test.map((s) => s.language))].sort();
  const all = (title, groups, show) => table(title, groups, families, (list, family) => show(judged(list, models[family], weights, family)));
  const byLanguage = [...languages.map((language) => [language, test.filter((s) => s.language === language)]), ['all', test]];
  const bySize = [[1, 10], [11, 50], [51, 200], [201, 1000], [1001, 1e9]].map(([from, to]) =>
    [`${from} to ${to === 1e9 ? '…' : to} characters`, test.filter((s) => s.chars >= from && s.chars <= to)]);
  const short = languages.map((language) => [language, test.filter((s) => s.language === language && s.chars <= 50)]);
  const long = languages.map((language) => [language, test.filter((s) => s.language === language && s.chars >= 200)]);
  const fixtureRow = [['fixture', checked]];
  const text = [
    all('Coverage of low…high in per cent, all sizes', byLanguage, (j) => j.coverage),
    all('Coverage in per cent, texts of at most 50 characters', short, (j) => j.coverage),
    all('Coverage in per cent, by size', bySize, (j) => j.coverage),
    all('Median error of *likely* in per cent, texts of 200 characters and more', long, (j) => j.error),
    all('Median error of *likely* in per cent, by size', bySize, (j) => j.error),
    all('Median width of low…high in per cent of *likely*, by size', bySize, (j) => j.width),
    all('Median width of low…high in per cent of *likely*, texts of 200 characters and more', long, (j) => j.width),
    all('The texts of the fixture (another genre: prompts): coverage, median error, median width', fixtureRow, (j) => `${j.coverage} / ${j.error} / ${j.width}`),
  ].join('\n');
  const file = new URL('docs/estimates.md', root);
  const page = readFileSync(file, 'utf8');
  writeFileSync(file, page.replace(/(<!-- tables -->)[\s\S]*(<!-- end of tables -->)/, (_, a, b) => `${a}\n${text}\n\n${b}`));
}
