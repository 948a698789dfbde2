/** The views. All but the estimate are loaded when they are first opened. */
import { byId, el } from './dom.js';
import { t } from './i18n.js';
import { state } from './state.js';

const NAMES = ['estimate', 'budget', 'batch', 'calibration'];
const rooms = new Map();
let given = {};

export function start(values) {
  given = values;
  for (const name of NAMES) byId(`tab-${name}`).addEventListener('click', () => open(name));
  document.querySelector('.tabs').addEventListener('keydown', event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = NAMES[(NAMES.indexOf(state.tab) + step + NAMES.length) % NAMES.length];
    open(next);
    byId(`tab-${next}`).focus();
  });
  open(NAMES.includes(state.tab) ? state.tab : 'estimate');
}

export async function open(name, file) {
  state.tab = name;
  for (const other of NAMES) {
    byId(`tab-${other}`).setAttribute('aria-selected', String(other === name));
    byId(`tab-${other}`).tabIndex = other === name ? 0 : -1;
    byId(`view-${other}`).hidden = other !== name;
  }
  given.changed?.();
  if (name === 'estimate') return;
  const room = await roomOf(name, file);
  room?.refresh?.();
  if (file) room?.take(file);
}

/** A room whose parts could not be fetched is asked for again when it is next opened; null until then. */
function roomOf(name, file) {
  const view = byId(`view-${name}`);
  if (!rooms.has(name)) rooms.set(name, import(`./${name}.js`).then(room => {
    room.start(view, given);
    return room;
  }, () => {
    rooms.delete(name);
    view.replaceChildren(el('p', { class: 'problem banner', role: 'alert' }, t('unreachable_now'), ' ',
      el('button', { type: 'button', onclick: () => open(name, file) }, t('try_again'))));
    return null;
  }));
  return rooms.get(name);
}

/** The prompt, the assumptions or the chosen models are others. */
export async function refresh() {
  if (rooms.has(state.tab)) (await roomOf(state.tab))?.refresh?.();
}

export async function rewrite() {
  for (const name of rooms.keys()) (await roomOf(name))?.rewrite?.();
}
