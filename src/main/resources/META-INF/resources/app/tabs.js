/** The views. All but the estimate are loaded when they are first opened. */
import { byId } from './dom.js';
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
  if (!rooms.has(name)) rooms.set(name, import(`./${name}.js`).then(room => {
    room.start(byId(`view-${name}`), given);
    return room;
  }));
  const room = await rooms.get(name);
  room.refresh?.();
  if (file) room.take(file);
}

/** The prompt, the assumptions or the chosen models are others. */
export async function refresh() {
  if (rooms.has(state.tab)) (await rooms.get(state.tab)).refresh?.();
}

export async function rewrite() {
  for (const room of rooms.values()) (await room).rewrite?.();
}
