/** Currency, language and theme. Only the theme is remembered, and only after it was chosen. */
import { byId, el } from './dom.js';
import { language, LANGUAGES } from './i18n.js';
import { CURRENCIES, CURRENCY_OF_LANGUAGE, state } from './state.js';

export function start({ languageChanged, currencyChanged }) {
  if (!(state.currency in CURRENCIES)) state.currency = CURRENCY_OF_LANGUAGE[language];
  choice('currency', CURRENCIES, state.currency, value => {
    state.currency = value;
    currencyChanged();
  });
  choice('language', LANGUAGES, language, value => {
    state.lang = value;
    languageChanged();
  });
  theme();
}

function choice(name, values, now, chosen) {
  byId(name).append(...Object.entries(values).map(([value, sign]) => el('label', { title: value.length === 3 ? value : null },
    el('input', { type: 'radio', name, value, checked: value === now, 'aria-label': value.length === 3 ? value : null, onchange: () => chosen(value) }),
    el('span', value.length === 3 ? {} : { lang: value }, sign))));
}

export function nextCurrency() {
  const names = Object.keys(CURRENCIES);
  const next = names[(names.indexOf(state.currency) + 1) % names.length];
  const radio = document.querySelector(`#currency input[value=${next}]`);
  radio.checked = true;
  radio.dispatchEvent(new Event('change'));
}

function theme() {
  const root = document.documentElement;
  const show = name => name && (root.dataset.theme = name);
  show(remembered());
  byId('theme').addEventListener('click', () => {
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    show(dark ? 'light' : 'dark');
    try {
      localStorage.setItem('theme', root.dataset.theme);
    } catch {
      // A browser that stores nothing shows the theme all the same, until the page is closed.
    }
    dispatchEvent(new Event('themechange'));
  });
}

function remembered() {
  try {
    return localStorage.getItem('theme');
  } catch {
    return null;
  }
}
