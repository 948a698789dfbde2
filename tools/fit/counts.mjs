/** Counts every sample with every reference tokenizer and keeps the result in cache/, because it takes minutes. */
import { createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { choose, load, samples, split } from './corpus.mjs';
import { references } from './references.mjs';

const here = (name) => new URL(name, import.meta.url);
const DOCUMENTS = Number(process.env.DOCUMENTS ?? 300);
const SAMPLES = Number(process.env.SAMPLES ?? 3);

export async function counted() {
  const file = here((process.env.CACHE ?? 'cache') + '/counts.jsonl');
  if (!existsSync(file)) {
    mkdirSync(new URL('.', file), { recursive: true });
    await count(file);
  }
  return readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
}

async function count(file) {
  const chosen = choose(load(here('corpus/root').pathname), DOCUMENTS);
  const bySplit = group(chosen, split);
  const all = Object.entries(references());
  const out = createWriteStream(file);
  let done = 0;
  for (const document of chosen) {
    for (const texts of samples(document, bySplit.get(split(document)), SAMPLES)) {
      const tokens = {};
      for (const [name, tokenize] of all) {
        tokens[name] = texts.reduce((sum, text) => sum + (text.length === 0 ? 0 : tokenize(text)), 0);
      }
      out.write(JSON.stringify({ kind: document.kind, split: split(document), source: document.name.split(' ')[0], texts, tokens }) + '\n');
    }
    if (++done % 200 === 0) {
      console.error(`${done} of ${chosen.length} documents`);
    }
  }
  await new Promise((end) => out.end(end));
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
