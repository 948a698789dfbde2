/** The plans of one budget, or of two scenarios side by side, as a table with their difference, and the same as CSV. */
import { el } from './dom.js';
import { csv } from './files.js';
import { day, exactMoney, exactNumber, money, month, number, subtract } from './format.js';
import { t } from './i18n.js';
import { exchangeSource } from './names.js';
import { comparing } from './workloads.js';

/** Every workload's models, with the workload's name where there are several. */
export const plans = answer => answer.workloads.flatMap(one => one.models.map((plan, i) => ({ ...plan,
  title: answer.workloads.length > 1 ? `${one.name} · ${plan.model}` : plan.model, first: i === 0 })));

/** At the bound that is compared with the limit. */
export const likely = (results, cost) => cost?.[results[0].bound] ?? null;

export function outcome(results, plan) {
  if (plan.first_over) return t('first_over', { month: month(plan.first_over) });
  if (!plan.total.cost) return t('no_price');
  return results[0].limit ? t('never_over') : t('total_of', { cost: money(likely(results, plan.total.cost), plan.total.cost.currency) });
}

function columns(results) {
  const names = results.map((_, i) => comparing() ? ` ${t(i ? 'scenario_b' : 'scenario_a')}` : '');
  return plans(results[0]).flatMap((plan, p) => [...results.map((answer, i) => ({ name: plan.title + names[i], plan: plans(answer)[p] })),
    ...(results.length === 2 ? [{ name: `${plan.title} ${t('difference')}`, plan: plans(results[0])[p], other: plans(results[1])[p] }] : [])]);
}

function cellOf(results, column, index) {
  const of = plan => index === null ? plan.total.cost : plan.months[index].cost;
  const cost = of(column.plan);
  if (!cost || column.other && !of(column.other)) return { text: t('no_price') };
  const amount = column.other ? subtract(likely(results, of(column.other)), likely(results, cost)) : likely(results, cost);
  return { text: money(amount, cost.currency), exact: exactMoney(amount, cost.currency), amount, over: !column.other && index !== null && column.plan.months[index].within === false };
}

export function table(results) {
  const list = columns(results);
  const months = plans(results[0])[0].months;
  const row = (head, index, requests, kind) => el('tr', { class: kind }, el('th', { scope: 'row' }, head), el('td', { class: 'n' }, requests),
    list.map(column => {
      const cell = cellOf(results, column, index);
      return el('td', { class: cell.over ? 'n over' : 'n', title: cell.exact, 'data-exact': cell.amount }, cell.text + (cell.over ? ' ▲' : ''));
    }));
  const requests = index => results.flatMap(answer => plans(answer).filter(plan => plan.first))
    .map(plan => number(index === null ? plan.total.requests : plan.months[index].requests)).join(' / ');
  return el('table', { id: 'budget-table' }, el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, t('month')), el('th', { scope: 'col', class: 'n' }, t('volume')),
    list.map(column => el('th', { scope: 'col', class: 'n' }, column.name)))),
  el('tbody', {}, months.map((one, index) => row(month(one.month), index, requests(index)))),
  el('tfoot', {}, row(t('total'), null, requests(null), 'total')));
}

export function notes(results) {
  return results[0].exchange.map(rate => t('rate_of', { from: rate.from, to: rate.to, rate: exactNumber(rate.rate), date: day(rate.date), source: exchangeSource(rate.source) }))
    .concat(t('prices_of', { version: results[0].catalogue })).join(' · ');
}

export function budgetCsv(results) {
  const list = columns(results);
  return csv([['month', 'requests', ...list.map(column => column.name)],
    ...plans(results[0])[0].months.map((one, index) => [one.month, one.requests, ...list.map(column => cellOf(results, column, index).amount ?? '')])]);
}
