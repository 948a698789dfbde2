/** The fields of a budget's workloads: the first one, its other scenario, and those beside it. */
import { el } from './dom.js';
import { t } from './i18n.js';
import { state } from './state.js';
import { cachedShare, comparing, keep, modelField } from './workloads.js';

let hooks = {};

/** @param given `touched`: a value is another; `change` the list of workloads; `counted` tokens of the prompt; `picked` models */
export function start(given) {
  hooks = given;
}

/** A workload beside the first. */
export function another(one, index, list) {
  const set = (name, value) => {
    list[index][name] = value;
    keep(list);
    hooks.touched();
  };
  const plainField = (name, label, mode = 'numeric') => {
    const input = el('input', { name: `${name}_${index + 2}`, inputmode: mode, oninput: event => set(name, event.target.value.trim()) });
    input.value = one[name];
    return el('label', {}, label, input);
  };
  const [volume, per] = one.requests.split('/');
  const amount = el('input', { name: `requests_${index + 2}`, inputmode: 'numeric', oninput: event => set('requests', `${event.target.value.trim()}/${list[index].requests.split('/')[1]}`) });
  amount.value = volume;
  const unit = el('select', { 'aria-label': t('volume_per'), onchange: event => set('requests', `${list[index].requests.split('/')[0]}/${event.target.value}`) },
    ['day', 'week', 'month'].map(name => el('option', { value: name, selected: name === per }, t(`per_${name}`))));
  return el('fieldset', { class: 'row scenario' }, el('legend', {}, t('b_workload', { n: index + 2 })), plainField('name', t('b_name'), 'text'),
    plainField('tokens_in', t('b_input')), plainField('tokens_out', t('b_output')), el('label', {}, t('volume'), el('span', { class: 'pair' }, amount, unit)),
    plainField('growth', t('growth'), 'decimal'), plainField('share', t('share_cached'), 'decimal'), plainField('batch_share', t('share_batch'), 'decimal'),
    modelField(one.models, `models_${index + 2}`, models => set('models', models)),
    el('button', { type: 'button', onclick: () => hooks.change(list.filter((_, i) => i !== index)) }, t('b_remove')));
}

export function scenario(end) {
  const [volume, per] = state[`requests${end}`].split('/');
  const amount = el('input', { name: `requests${end}`, inputmode: 'numeric' });
  amount.value = volume;
  const unit = el('select', { name: `per${end}`, 'aria-label': t('volume_per') }, ['day', 'week', 'month'].map(name =>
    el('option', { value: name, selected: name === per }, t(`per_${name}`))));
  const write = () => {
    state[`requests${end}`] = `${amount.value.trim()}/${unit.value}`;
    hooks.touched();
  };
  amount.addEventListener('input', write);
  unit.addEventListener('change', write);
  return el('fieldset', { class: 'row scenario' }, el('legend', {}, comparing() ? t(end ? 'scenario_b' : 'scenario_a') : t('b_workload', { n: 1 })),
    end ? null : [field('name', t('b_name'), {}), field('tokens_in', t('b_input'), { inputmode: 'numeric', placeholder: hooks.counted() ?? '1200' }),
      field('tokens_out', t('b_output'), { inputmode: 'numeric', placeholder: state.output || '500' })],
    el('label', {}, t('volume'), el('span', { class: 'pair' }, amount, unit)),
    field(`growth${end}`, t('growth'), { inputmode: 'decimal', placeholder: '0' }), field(`share${end}`, t('share_cached'), { inputmode: 'decimal', placeholder: cachedShare('') || '0' }),
    field(`batch_share${end}`, t('share_batch'), { inputmode: 'decimal', placeholder: '0' }),
    end ? null : modelField(state.models, 'models', models => {
      state.models = models;
      hooks.picked();
    }));
}

export function field(name, label, properties) {
  const input = el('input', { name, ...properties, oninput: event => {
    state[name] = event.target.value.trim();
    hooks.touched();
  } });
  input.value = state[name];
  return el('label', {}, label, input);
}
