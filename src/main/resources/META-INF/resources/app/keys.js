/** Keys, help, and what is dropped on the page. */
import { byId, el, setAttribute } from './dom.js';
import { t } from './i18n.js';
import * as settings from './settings.js';
import { state } from './state.js';
import * as tabs from './tabs.js';

/** Who speaks to the machine, or strikes keys by chance, switches off the keys that are characters; a link keeps that. */
const OFF = 'off';
const isOn = () => state.keys !== OFF;
let announceKeys = () => {};
let changedAddress = () => {};

const KEYS = { '/': 'k_search', p: 'k_prompt', c: 'k_currency', '?': 'k_help', '↑ ↓ ← →': 'k_arrows', Enter: 'k_enter', Esc: 'k_escape' };

/** @param changed what the address keeps */
export function start(addFiles, changed) {
  const elements = [...document.querySelectorAll('[aria-keyshortcuts]')].map(element => [element, element.getAttribute('aria-keyshortcuts')]);
  announceKeys = () => elements.forEach(([element, key]) => setAttribute(element, 'aria-keyshortcuts', isOn() ? key : null));
  announceKeys();
  changedAddress = changed;
  addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    if (event.target.closest?.('input:not([type=checkbox], [type=radio], [type=file]), textarea, select')) return;
    if (!isOn()) return;
    const action = ACTIONS[event.key] ?? (event.key > '\u007f' ? ACTIONS[event.code.replace('Key', '').toLowerCase()] : undefined);
    if (!action) return;
    event.preventDefault();
    action();
  });
  byId('help').addEventListener('click', help);
  document.querySelector('.skip').addEventListener('click', event => {
    event.preventDefault();
    tabs.open('estimate');
    byId('models').focus();
  });
  drop(addFiles);
}

/** A letter stands for its key on a Cyrillic keyboard too. */
const ACTIONS = {
  '/': () => to('search'),
  p: () => to('prompt'),
  c: () => settings.nextCurrency(),
  '?': help,
};

function to(id) {
  tabs.open('estimate');
  byId(id).focus();
}

function help() {
  const dialog = byId('help-dialog');
  dialog.replaceChildren(el('h2', { id: 'help-title' }, t('help_title')), el('p', {}, t('help_words')),
    el('dl', { class: 'keys' }, Object.entries(KEYS).flatMap(([key, name]) => [el('dt', {}, el('kbd', {}, key)), el('dd', {}, t(name))])),
    el('p', {}, el('label', {}, el('input', { type: 'checkbox', id: 'single-keys', checked: isOn(), onchange: event => {
      state.keys = event.target.checked ? '' : OFF;
      announceKeys();
      changedAddress();
    } }), ' ', t('k_single'))),
    el('p', {}, t('privacy')),
    el('p', {}, el('a', { href: '/q/swagger-ui/' }, t('api_docs'))),
    el('div', { class: 'row' }, el('button', { type: 'button', autofocus: true, onclick: () => dialog.close() }, t('close'))));
  dialog.showModal();
}

function drop(addFiles) {
  addEventListener('dragover', event => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    document.body.classList.add('dropping');
  });
  addEventListener('dragleave', event => event.relatedTarget === null && document.body.classList.remove('dropping'));
  addEventListener('drop', event => {
    document.body.classList.remove('dropping');
    const files = [...event.dataTransfer?.files ?? []];
    if (files.length === 0) return;
    event.preventDefault();
    const lines = files.find(file => /\.(jsonl|ndjson)$/i.test(file.name));
    if (state.tab === 'calibration') tabs.open('calibration', files[0]);
    else if (lines) tabs.open('batch', lines);
    else addFiles(files);
  });
}
