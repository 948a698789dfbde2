/** The assumptions and the filters, which carry the API's own names; a bad value is told beside its field. */
import { announce, byId, debounce, el, setAttribute, setText } from './dom.js';
import { day } from './format.js';
import { t } from './i18n.js';
import { state } from './state.js';

const ASSUMED = ['output', 'max_output', 'reasoning', 'cached', 'on', 'bound'];
const FILTERS = { 'only-fits': 'fits', 'only-priced': 'priced', 'only-images': 'images', 'only-tools': 'tools' };

/** @param searched other words are looked for, or another list */
export function start(changed, arranged, searched) {
  const form = document.forms.assumptions;
  form.addEventListener('submit', event => event.preventDefault());
  for (const name of ASSUMED) {
    const field = form.elements[name];
    field.value = state[name];
    field.addEventListener('input', () => {
      state[name] = field.value;
      if (name === 'on') sayDay();
      changed(field.inputMode === 'numeric' || name === 'cached');
    });
  }
  form.elements.tier.checked = state.tier === 'batch';
  form.elements.tier.addEventListener('change', event => {
    state.tier = event.target.checked ? 'batch' : '';
    changed(false);
  });
  for (const [id, name] of Object.entries(FILTERS)) toggle(id, () => state[name], on => { state[name] = on; }, arranged);
  toggle('hide-retired', () => !state.retired, on => { state.retired = !on; }, arranged);
  toggle('per-thousand', () => state.per === '1000', on => { state.per = on ? '1000' : ''; }, arranged);
  byId('search').value = state.search;
  const search = debounce(80, searched);
  byId('search').addEventListener('input', event => {
    state.search = event.target.value.trim();
    search();
  });
  byId('which').value = state.which;
  select('which', 'which', searched);
  for (const [id, name] of [['provider', 'provider'], ['maker', 'maker'], ['kind', 'kind'], ['list-currency', 'list_currency']]) select(id, name, arranged);
  sayDay();
  byId('sort').addEventListener('change', event => {
    state.sort = event.target.value;
    arranged();
  });
}

function toggle(id, get, set, arranged) {
  byId(id).checked = get();
  byId(id).addEventListener('change', event => {
    set(event.target.checked);
    arranged();
  });
}

function select(id, name, arranged) {
  byId(id).addEventListener('change', event => {
    state[name] = event.target.value;
    arranged();
  });
}

/** A browser writes a date in its own language; beside it stands the day in the page's. */
export function sayDay() {
  setText(byId('on-day'), state.on ? day(state.on) : '');
}

/** Looks for other words, as if they had been typed. */
export function searchFor(words) {
  byId('search').value = words;
  byId('search').dispatchEvent(new Event('input'));
}

/** What holds where nothing was entered, in the empty fields. */
export function assume(assumed) {
  for (const { name, value } of assumed) {
    const field = document.forms.assumptions.elements[name];
    if (field?.inputMode === 'numeric') field.placeholder = /^\d+$/.test(value) ? value : '';
  }
}

export function clear(root = document) {
  root.querySelectorAll('.beside').forEach(note => note.remove());
  root.querySelectorAll('[data-wrong]').forEach(field => {
    field.removeAttribute('data-wrong');
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
  });
  byId('query-problems').hidden = true;
}

/** Each error at the field of its name in the form, or else above the table. */
export function complain(errors, form = document.forms.assumptions, rest = byId('query-problems')) {
  const others = [];
  for (const { parameter, detail, hint } of errors) {
    const text = hint ? `${detail} ${t('fix', { hint })}` : detail;
    const field = parameter ? form.elements[parameter] : null;
    if (!field) {
      others.push(el('li', { lang: 'en' }, text));
      continue;
    }
    const id = `problem-${form.id}-${parameter}`;
    setAttribute(field, 'data-wrong', '');
    setAttribute(field, 'aria-invalid', 'true');
    setAttribute(field, 'aria-describedby', id);
    field.closest('label').after(el('span', { class: 'problem beside', id, lang: 'en' }, text));
  }
  rest.hidden = others.length === 0;
  rest.replaceChildren(...others);
  announce(errors.map(error => error.detail).join(' '), 100);
}
