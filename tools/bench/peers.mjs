/**
 * Counts the texts of `./mvnw verify -Pbench` with the npm packages tiktoken (WASM) and gpt-tokenizer, round by round:
 *
 *   npm install --prefix DIRECTORY tiktoken@1.0.22 gpt-tokenizer@4.0.0
 *   node tools/bench/peers.mjs DIRECTORY target/bench-corpora [rounds [corpus,corpus]]
 *
 * Fails if a package's total differs from the one in totals.json, which that run wrote, or if the packages' differ.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const PROMPT = 10_000;
const WARM_UP = 2;
/* A prompt of these is a single piece, for which both packages take quadratic time: half a minute for a megabyte. */
const QUADRATIC = ['emoji', 'random-hanzi', 'random-letters'];
/* gpt-tokenizer splits new and unassigned characters as the Unicode version of the JavaScript engine has it. */
const UNICODE_OF_ENGINE = 'random-code-points';

const [packages, folder, rounds = '5', only] = process.argv.slice(2);
if (!folder) {
  console.error('node tools/bench/peers.mjs DIRECTORY_OF_NODE_MODULES DIRECTORY_OF_TEXTS [rounds [corpus,corpus]]');
  process.exit(2);
}
const expectation = join(folder, 'totals.json');
const totals = existsSync(expectation) ? JSON.parse(readFileSync(expectation, 'utf8')) : {};
const corpora = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.slice(0, -'.txt'.length))
  .filter((name) => (only ? only.split(',').includes(name) : !QUADRATIC.includes(name)))
  .sort((a, b) => Object.keys(totals).indexOf(a) - Object.keys(totals).indexOf(b))
  .map((name) => ({ name, prompts: prompts(readFileSync(join(folder, `${name}.txt`), 'utf8')) }));

/** In UTF-8, so that each round can make strings of its own; a surrogate pair isn't cut. */
function prompts(text) {
  const cut = [];
  for (let start = 0; start < text.length; ) {
    let end = Math.min(text.length, start + PROMPT);
    if (end < text.length && (text.charCodeAt(end) & 0xfc00) === 0xdc00) {
      end--;
    }
    cut.push(Buffer.from(text.slice(start, end)));
    start = end;
  }
  return cut;
}

async function engines(vocabulary) {
  const tiktoken = createRequire(resolve(packages, 'any'))('tiktoken').get_encoding(vocabulary);
  const module = resolve(packages, `node_modules/gpt-tokenizer/esm/encoding/${vocabulary}.js`);
  const { countTokens, clearMergeCache } = await import(pathToFileURL(module).href);
  const ordinary = { disallowedSpecial: new Set() };
  return [
    { name: 'tiktoken', count: (text) => tiktoken.encode_ordinary(text).length, prepare: () => {} },
    /* It remembers up to 100,000 merged pieces, from one text to the next; being full makes it several times slower. */
    { name: 'gpt-tokenizer', count: (text) => countTokens(text, ordinary), prepare: clearMergeCache },
  ];
}

function pass(engine, corpus) {
  const texts = corpus.prompts.map((bytes) => bytes.toString());
  engine.prepare();
  const start = performance.now();
  let tokens = 0;
  for (const text of texts) {
    tokens += engine.count(text);
  }
  const millis = performance.now() - start;
  return { tokens, speed: corpus.prompts.reduce((sum, bytes) => sum + bytes.length, 0) / 1e3 / millis };
}

function check(vocabulary, engines) {
  for (const corpus of corpora) {
    let expected = totals[corpus.name]?.[vocabulary];
    for (const engine of engines) {
      const { tokens } = pass(engine, corpus);
      expected ??= tokens;
      if (tokens !== expected && corpus.name === UNICODE_OF_ENGINE && engine.name !== 'tiktoken') {
        console.log(`${engine.name} on ${corpus.name}: ${tokens} tokens, ${expected} with Unicode 16`);
      } else if (tokens !== expected) {
        throw new Error(`${engine.name}, ${vocabulary} on ${corpus.name}: ${tokens} tokens, expected ${expected}`);
      }
    }
  }
}

/** Median [least..greatest]. */
function summary(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const median = (sorted[sorted.length >> 1] + sorted[(sorted.length - 1) >> 1]) / 2;
  return `${median.toFixed(1)} [${sorted[0].toFixed(1)}..${sorted.at(-1).toFixed(1)}]`;
}

const version = (name) =>
  `${name} ${JSON.parse(readFileSync(resolve(packages, `node_modules/${name}/package.json`), 'utf8')).version}`;
console.log(`Node ${process.versions.node}, ${process.arch}, ${version('tiktoken')}, ${version('gpt-tokenizer')};`
  + ` MB are 10^6 bytes of UTF-8; median [least..greatest] of ${rounds} rounds`);
for (const vocabulary of ['o200k_base', 'cl100k_base']) {
  const compared = await engines(vocabulary);
  check(vocabulary, compared);
  const speeds = new Map(corpora.map((corpus) => [corpus, compared.map(() => [])]));
  for (let round = -WARM_UP; round < Number(rounds); round++) {
    for (const corpus of corpora) {
      compared.forEach((engine, i) => {
        const { speed } = pass(engine, corpus);
        if (round >= 0) {
          speeds.get(corpus)[i].push(speed);
        }
      });
    }
  }
  console.log(`\n| ${vocabulary} | ${compared.map((engine) => `${engine.name} MB/s`).join(' | ')} |\n|---|---|---|`);
  for (const [corpus, all] of speeds) {
    console.log(`| ${corpus.name} | ${all.map(summary).join(' | ')} |`);
  }
}
