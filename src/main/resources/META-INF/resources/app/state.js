/**
 * What the view depends on, in the words of the API's query. The fragment holds all of it but the prompt, and nothing
 * that is still as it was found: a fragment never reaches a server.
 */
const USUAL = {
  tab: 'estimate', lang: '', currency: '', models: [], dialect: '', output: '', max_output: '', reasoning: '', cached: '', on: '',
  bound: 'likely', tier: '', image: [], audio: [], video: [], pages: [], input: '', vocabulary: 'o200k_base',
  which: 'known', starred: [], search: '', fits: false, priced: false, images: false, tools: false, retired: false, provider: '', maker: '', kind: '', list_currency: '', sort: 'total', per: '',
  requests: '5000/day', growth: '', months: '12', start: '', limit: '', share: '', batch_share: '',
  name: '', tokens_in: '', tokens_out: '', more: '', compare: false, vat: '', keys: '', requests_b: '5000/day', growth_b: '', share_b: '', batch_share_b: '', text: '',
};

export const state = structuredClone(USUAL);
/** Names of the lists that nobody offers: they stay in the address as they were written until they are mended. */
export const lost = { models: [], starred: [] };
export const CURRENCIES = { RUB: '₽', USD: '$', CNY: '¥', EUR: '€' };
export const CURRENCY_OF_LANGUAGE = { en: 'USD', ru: 'RUB', zh: 'CNY' };

/** Takes over a fragment; words that it doesn't know are left alone. */
export function read(fragment) {
  const words = new URLSearchParams(fragment.replace(/^#/, ''));
  Object.assign(state, structuredClone(USUAL));
  for (const [name, usual] of Object.entries(USUAL)) {
    if (!words.has(name)) continue;
    if (Array.isArray(usual)) state[name] = words.getAll(name).flatMap(value => value.split(',')).filter(Boolean);
    else if (typeof usual === 'boolean') state[name] = words.get(name) === 'true';
    else state[name] = words.get(name);
  }
}

export function fragment({ text = '', input = '' } = {}) {
  const words = new URLSearchParams();
  for (const [name, usual] of Object.entries(USUAL)) {
    const value = lost[name] ? [...state[name], ...lost[name]] : state[name];
    if (name === 'text' || name === 'input') continue;
    if (Array.isArray(usual) ? value.length : value !== usual) words.set(name, Array.isArray(usual) ? value.join(',') : value);
  }
  if (input !== '') words.set('input', input);
  if (text) words.set('text', text);
  return words.toString().replace(/%2C/g, ',').replace(/%2F/g, '/').replace(/%3A/g, ':');
}

/** The assumptions of an estimate as a query. */
export function assumptions(words = new URLSearchParams()) {
  for (const name of ['output', 'max_output', 'reasoning', 'cached', 'on', 'tier']) {
    if (state[name].trim()) words.set(name, state[name].trim());
  }
  if (state.bound !== 'likely') words.set('bound', state.bound);
  for (const name of ['image', 'audio', 'video', 'pages']) state[name].forEach(value => words.append(name, value));
  words.set('currency', state.currency);
  return words;
}
