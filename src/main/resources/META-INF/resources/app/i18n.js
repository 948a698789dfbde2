/** Words of the page: messages/{en,ru,zh}.json. A word with plural forms is an object by Intl.PluralRules category. */
export const LANGUAGES = { en: 'EN', ru: 'RU', zh: '中文' };
const loaded = new Map();
let words = {};
let plurals = new Intl.PluralRules('en');
export let language = 'en';

/** The first of the browser's languages that the page speaks. */
export function preferred() {
  for (const tag of navigator.languages ?? [navigator.language]) {
    const short = tag.slice(0, 2).toLowerCase();
    if (short in LANGUAGES) return short;
  }
  return 'en';
}

export async function use(name) {
  const chosen = name in LANGUAGES ? name : preferred();
  if (!loaded.has(chosen)) {
    const answer = await fetch(new URL(`messages/${chosen}.json`, import.meta.url));
    if (!answer.ok) throw new Error(`messages/${chosen}.json: ${answer.status}`);
    loaded.set(chosen, await answer.json());
  }
  words = loaded.get(chosen);
  language = chosen;
  plurals = new Intl.PluralRules(chosen);
  document.documentElement.lang = chosen;
  translate(document);
}

export const has = key => key in words;

/** A word with its values put in; one that is missing shows as its key, which the tests look for. */
export function t(key, values = {}) {
  return put(words[key] ?? key, values);
}

/** A word in the plural form that the count asks for; the text shows the count as it is formatted. */
export function count(key, amount, formatted) {
  const forms = words[key] ?? {};
  return put(forms[plurals.select(amount)] ?? forms.other ?? key, { n: formatted });
}

/**
 * A sentence that differs with the values that are there: of its forms “with x” the first whose x is among them, else
 * “other”. Null if there is no such sentence, or if it needs a value that isn't there.
 */
export function said(key, values) {
  const forms = words[key];
  if (forms === undefined) return null;
  const text = typeof forms === 'string' ? forms
    : forms[Object.keys(forms).find(name => name.startsWith('with ') && name.slice(5) in values) ?? 'other'];
  const complete = text !== undefined && [...text.matchAll(/\{(\w+)\}/g)].every(([, name]) => name in values);
  return complete ? put(text, values) : null;
}

function put(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => name in values ? values[name] : whole);
}

function translate(root) {
  for (const [attribute, target] of [['data-t', null], ['data-t-title', 'title'], ['data-t-label', 'aria-label'],
    ['data-t-placeholder', 'placeholder']]) {
    for (const element of root.querySelectorAll(`[${attribute}]`)) {
      const text = t(element.getAttribute(attribute));
      if (target === null) element.textContent = text;
      else element.setAttribute(target, text);
    }
  }
}
