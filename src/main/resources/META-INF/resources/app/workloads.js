/**
 * The workloads of a budget: what each request takes, how many there are, and with which models. They live in the address,
 * and as the API's scenario file; the first is made of the view's own words, the others stand together in `more`.
 */
import { resolve } from './catalogue.js';
import { el, setText } from './dom.js';
import { t } from './i18n.js';
import * as prompt from './prompt.js';
import { state } from './state.js';

export const EMPTY = { name: '', models: [], requests: '100/day', tokens_in: '', tokens_out: '', growth: '', share: '', batch_share: '' };
const ALL = Object.keys(EMPTY);

export function others() {
  try {
    return state.more ? JSON.parse(state.more).map(one => ({ ...EMPTY, ...one })) : [];
  } catch {
    return [];
  }
}

export const keep = list => { state.more = list.length ? JSON.stringify(list) : ''; };

export const plain = text => String(text).replace(/[\s\u00a0]/g, '');
/** Also as the API has it: `40%`, `5%/month`. */
export const percent = text => text === '' || text.includes('%') ? text.replace(',', '.') : `${text.replace(',', '.')}%`;

/** The share of the prompt in the cache, or else the estimate's own if that is one. */
export const cachedShare = share => percent(share) || (state.cached.includes('%') ? state.cached.trim() : '');

/** A workload as the API's scenario has it; of the first the prompt stands in where no tokens are given. */
function written(one, first) {
  const result = { models: one.models, requests: plain(one.requests) };
  if (one.name) result.name = one.name;
  if (plain(one.tokens_in) !== '') result.input = Number(plain(one.tokens_in));
  else if (first && state.input !== '') result.input = Number(state.input);
  else if (first) result.body = promptBody();
  if (plain(one.tokens_out) !== '') result.output = Number(plain(one.tokens_out));
  else if (first && state.output !== '') result.output = Number(state.output);
  else if (result.input !== undefined) result.output = 500;
  for (const name of ['growth', 'batch_share']) if (one[name]) result[name] = percent(one[name]);
  const cached = first ? cachedShare(one.share) : percent(one.share);
  if (cached) result.cached = cached;
  return result;
}

function promptBody() {
  const { body, type } = prompt.question();
  if (type === 'application/json') {
    try {
      return JSON.parse(body);
    } catch {
      // Not JSON yet: a person is still typing.
    }
  }
  return { messages: [{ role: 'user', content: body }] };
}

const first = () => Object.fromEntries(ALL.map(name => [name, state[name]]));

/** Whether the first workload has something to count and somebody to count it. */
export function complete() {
  const { query, body } = prompt.question();
  return state.models.length > 0 && (plain(state.tokens_in) !== '' || body !== '' || query.has('input'))
    && others().every(one => one.models.length > 0 && plain(one.tokens_in) !== '');
}

export function scenario() {
  const plan = { months: Number(state.months) || state.months, currency: state.currency };
  if (state.start) plan.start = state.start;
  const limit = plain(state.limit).replace(',', '.');
  if (limit) plan.limit = limit.includes('/') ? limit : `${limit}/month`;
  const list = [written(first(), true), ...others().map(one => written(one, false))];
  return { ...plan, workloads: list.map((one, i) => ({ name: t('b_workload', { n: i + 1 }), ...one })) };
}

/** Takes a scenario file over; anything but one is an error. */
export function open(text) {
  const plan = JSON.parse(text);
  if (!Array.isArray(plan.workloads) || plan.workloads.length === 0) throw new SyntaxError('workloads');
  const read = one => ({ ...EMPTY, name: one.name ?? '', models: [one.models ?? []].flat().flatMap(name => name.split(',')).map(name => name.trim()).filter(Boolean),
    requests: String(one.requests ?? EMPTY.requests), tokens_in: String(one.input ?? ''), tokens_out: String(one.output?.p50 ?? one.output ?? ''),
    growth: bare(one.growth), share: bare(one.cached), batch_share: bare(one.batch_share) });
  const [head, ...rest] = plan.workloads.map(read);
  Object.assign(state, head, { months: String(plan.months ?? state.months), start: String(plan.start ?? ''), compare: false,
    limit: String(plan.limit ?? '').replace(/\/month$/, ''), currency: plan.currency ?? state.currency });
  keep(rest);
}

const bare = value => String(value ?? '').replace(/%.*$/, '');

/** The field of one workload's models: any spelling, told what each was understood as. */
export function modelField(list, name, change) {
  const field = el('input', { name, class: 'wide', placeholder: 'gpt-4o, claude-sonnet-4.5', list: 'known-models', autocomplete: 'off' });
  field.value = list.join(', ');
  const said = el('span', { class: 'muted understood', 'aria-live': 'polite' });
  field.addEventListener('change', async () => {
    const names = field.value.split(/[,;\n]/).map(one => one.trim()).filter(Boolean);
    if (names.length === 0) {
      setText(said, '');
      change([]);
      return;
    }
    const { resolved, unknown } = await resolve(names);
    change(names.map(asked => resolved.find(one => one.asked === asked)?.model).filter(Boolean));
    setText(said, [...resolved.filter(one => one.model && one.model !== one.asked).map(one => t('b_understood', { asked: one.asked, model: one.model })),
      ...[...unknown, ...resolved.filter(one => !one.model)].map(one => unheard(one))].join(' · '));
  });
  return el('label', { class: 'grow' }, t('b_models'), field, said);
}

const unheard = ({ asked, suggestions }) => suggestions?.length ? t('b_unknown', { asked, models: suggestions.join(', ') }) : t('search_unknown', { asked });

/** Two scenarios are compared of one workload; several workloads add up. */
export const comparing = () => state.compare && others().length === 0;
