/** Counts every sample with every reference tokenizer and keeps the result in cache/, because it takes minutes. */
import { createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { choose, load, samples, split } from './corpus.mjs';
import { references } from './references.mjs';

const here = (name) => new URL(name, import.meta.url);
const DOCUMENTS = 200;
const SAMPLES = 600;

/** All samples with their counts. RECOUNT=1 looks at the corpus again and counts what is new in it. */
export async function counted() {
  const file = here('cache/counts.jsonl');
  const known = existsSync(file) ? lines(file) : [];
  return known.length > 0 && !process.env.RECOUNT ? known : count(file, known);
}

const lines = (file) => readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line));

async function count(file, known) {
  const before = new Map(known.map((sample) => [sample.texts.join('\0'), sample.tokens]));
  const chosen = choose(load(here('corpus/root').pathname), DOCUMENTS);
  const bySplit = group(chosen, split);
  const byKind = group(chosen, (document) => document.kind);
  const all = Object.entries(references());
  const found = [];
  chosen.forEach((document, done) => {
    const many = Math.min(9, Math.ceil(SAMPLES / byKind.get(document.kind).length));
    for (const texts of samples(document, bySplit.get(split(document)), many)) {
      const tokens = before.get(texts.join('\0')) ?? Object.fromEntries(all.map(([name, tokenize]) =>
        [name, texts.reduce((sum, text) => sum + (text.length === 0 ? 0 : tokenize(text)), 0)]));
      found.push({ kind: document.kind, split: split(document), source: document.name.split(' ')[0], texts, tokens });
    }
    if (done % 500 === 0) {
      console.error(`${done} of ${chosen.length} documents`);
    }
  });
  mkdirSync(here('cache/'), { recursive: true });
  const out = createWriteStream(file);
  found.forEach((sample) => out.write(JSON.stringify(sample) + '\n'));
  await new Promise((end) => out.end(end));
  return found;
}

function group(list, key) {
  const groups = new Map();
  for (const one of list) {
    const name = key(one);
    groups.set(name, groups.get(name) ?? []);
    groups.get(name).push(one);
  }
  return groups;
}
