/** The estimate of one model as a bill: every number with its formula, source and date. Amounts are shown with all digits. */
import { ask, latest, Problem } from './api.js';
import { announce, byId, el } from './dom.js';
import { copy, csv, save } from './files.js';
import { words } from './fit.js';
import { add, day, exactMoney, exactNumber, number, percentOf, shift } from './format.js';
import { t } from './i18n.js';
import * as offers from './offers.js';
import { fact } from './catalogue.js';
import { exchangeSource, howName, itemName, perUnit, unitName } from './names.js';
import { remark, remarkText } from './notes.js';
import { state } from './state.js';

const run = latest();
let opener = null;
let given = {};

/** Opens the dialog and asks for the lines; the question is the table's own with the model and what to include. */
export async function open(id, question) {
  const dialog = byId('bill');
  opener = document.activeElement;
  dialog.replaceChildren(heading(id), el('p', { class: 'muted' }, '…'));
  if (!dialog.open) dialog.showModal();
  try {
    const { query, ...rest } = question;
    query.set('models', id);
    query.set('include', 'lines,parts,sources');
    query.set('scale', '12');
    const answer = await run(signal => ask('/v1/estimates', { query, ...rest, signal }));
    if (answer !== undefined && dialog.open) fill(dialog, answer, answer.estimates[0]);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    dialog.replaceChildren(heading(id), el('p', { class: 'problem', role: 'alert' }, error.down ? t('unreachable_now') : error.message), buttons([]));
  }
}

/** @param values `question` of the table; `changed` what the address keeps */
export function start(values) {
  given = values;
  byId('bill').addEventListener('close', () => opener?.isConnected && opener.focus());
  byId('bill').addEventListener('click', event => event.target === event.currentTarget && event.currentTarget.close());
}

const heading = id => el('h2', { id: 'bill-title' }, t('bill_title', { model: id }));

function fill(dialog, answer, estimate) {
  const model = fact(estimate.model);
  const lines = estimate.lines ?? [];
  const vat = el('input', { id: 'vat', inputmode: 'decimal', class: 'size', value: state.vat, onchange: event => {
    state.vat = event.target.value.trim().replace(',', '.').replace('%', '');
    given.changed();
    fill(dialog, answer, estimate);
    byId('vat').focus();
  } });
  const sheet = { answer, estimate, lines: lines.map(line), totals: totals(answer, estimate), sources: sources(estimate) };
  const said = words(estimate, model);
  const copied = el('span', { class: 'muted' });
  const signatures = el('div', { class: 'signatures', hidden: true }, ['signed_by', 'approved_by'].map(name => el('p', {}, `${t(name)} `, el('span', { class: 'rule' }))));
  dialog.replaceChildren(heading(estimate.model),
    el('p', {}, `${model.title} · ${day(answer.on)} · `, el('span', { class: estimate.fit.verdict }, said.verdict), said.more ? ` · ${said.more}` : ''),
    el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-labelledby': 'bill-title' }, table(sheet)),
    el('dl', { class: 'facts' }, sheet.totals.slice(1).flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)])),
    el('h3', {}, t('source')), el('ul', {}, sheet.sources.map(source => el('li', {}, sourceText(source)))),
    ...notes(answer, estimate), signatures,
    buttons([
      el('button', { type: 'button', id: 'print', onclick: () => print() }, t('print')),
      el('button', { type: 'button', id: 'copy-markdown', onclick: () => copy(markdown(sheet), copied) }, t('copy_markdown')),
      el('button', { type: 'button', id: 'bill-csv', onclick: () => save(`smeta-${estimate.model.replace(/[^\w.-]+/g, '-')}.csv`, 'text/csv', billCsv(sheet)) }, t('save_csv')),
      el('button', { type: 'button', id: 'bill-sellers', onclick: () => {
        dialog.close();
        offers.open(estimate.model, given.question());
      } }, t('sellers')),
      el('label', { class: 'inline', title: t('vat_hint') }, t('vat_percent'), vat),
      el('label', { class: 'inline' }, el('input', { type: 'checkbox', id: 'sign', onchange: event => { signatures.hidden = !event.target.checked; } }), ' ', t('signatures')),
      copied]));
  announce(t('announce', { model: estimate.model, verdict: said.verdict, cost: sheet.totals[0][1] }));
}

function buttons(list) {
  return el('div', { class: 'row' }, list, el('button', { type: 'button', class: 'close', autofocus: true, onclick: () => byId('bill').close() }, t('close')));
}

/** One line in words; `exact` are the API's own figures. */
function line(one, index) {
  const amount = one.amount ? exactMoney(one.amount.amount, one.amount.currency) : t('unpriced');
  const spread = one.quantity_high !== undefined && one.quantity_high !== one.quantity_low
    ? `${number(one.quantity_low)}…${number(one.quantity_high)}` : '';
  return {
    no: index + 1, item: named(one), unit: unitName(one.meter), quantity: exactNumber(one.quantity), spread,
    price: one.rate ? perUnit(one.rate.amount, one.rate.currency, one.rate.per) : t('unpriced'), amount,
    how: [howName(one.how), product(one), one.rate_of && one.rate_of !== one.meter ? t('rate_of_meter', { meter: one.rate_of }) : ''].filter(Boolean).join('; '),
    raw: one,
  };
}

function named(one) {
  const name = itemName(one.item);
  if (one.meter.startsWith('cache_read')) return t('i_cached', { item: name });
  return one.meter.startsWith('cache_write') ? t('i_written', { item: name }) : name;
}

/** The arithmetic of a line, written from its own numbers. */
const product = one => one.rate ? `${exactNumber(one.quantity)} × ${perUnit(one.rate.amount, one.rate.currency, one.rate.per)}` : '';

/** The total first, then what explains it. */
function totals(answer, estimate) {
  const { cost } = estimate;
  if (!cost) return [[t('total'), t('no_price')]];
  const billed = exactMoney(cost.billed.amount, cost.billed.currency);
  const list = [[t('total'), (cost.complete ? '' : t('incomplete') + ': ') + billed]];
  if (cost.currency !== cost.billed.currency) list.push([t('converted'), `${exactMoney(cost.likely, cost.currency)} · ${rateUsed(answer)}`]);
  if (isVat(state.vat)) {
    list.push([t('vat_amount', { n: exactNumber(state.vat) }), exactMoney(percentOf(cost.billed.amount, state.vat), cost.billed.currency)],
      [t('total_with_vat'), both(cost, amount => add(amount, percentOf(amount, state.vat)))]);
  }
  list.push([t('bounds'), `${exactMoney(cost.low, cost.currency)} … ${cost.high === undefined ? t('no_bound') : exactMoney(cost.high, cost.currency)}`]);
  if (cost.unpriced.length) list.push([t('unpriced'), cost.unpriced.join(', ')]);
  list.push([t('thousand_calls'), exactMoney(shift(cost.likely, 3), cost.currency)]);
  return list;
}

const isVat = text => /^\d{1,2}(\.\d{1,4})?$/.test(text) && Number(text) > 0;

/** In the seller's currency and, if that is another, in the reader's. */
function both(cost, of) {
  const own = exactMoney(of(cost.billed.amount), cost.billed.currency);
  return cost.currency === cost.billed.currency ? own : `${own} = ${exactMoney(of(cost.likely), cost.currency)}`;
}

function rateUsed(answer) {
  return answer.exchange.map(rate => t('rate_of', { from: rate.from, to: rate.to, rate: exactNumber(rate.rate), date: day(rate.date), source: exchangeSource(rate.source) })).join('; ');
}

function sources(estimate) {
  const list = [];
  const { price, limits, framing, media } = estimate.sources ?? {};
  for (const [kind, of] of [['price', price], ['limits', limits], ['framing', framing?.title ? [framing] : []], ['media', media]]) {
    (of ?? []).forEach(source => list.push({ ...source, kind: t(`source_${kind}`) }));
  }
  return list;
}

function sourceText(source) {
  const title = source.url && /^https?:/.test(source.url) ? el('a', { href: source.url, rel: 'noreferrer noopener', target: '_blank' }, source.title) : source.title;
  return [`${source.kind}: `, title, ` · ${t('as_of', { date: day(source.as_of) })}${source.vendor ? '' : ' · ' + t('second_hand')}`];
}

function notes(answer, estimate) {
  const list = [...(answer.notes ?? []), ...estimate.notes];
  return list.length ? [el('h3', {}, t('notes')), el('ul', {}, list.map(note => el('li', {}, remark(note))))] : [];
}

const HEAD = ['no', 'item', 'unit', 'quantity', 'unit_price', 'amount', 'how'];
const cells = one => [one.no, one.item, one.unit, one.quantity + (one.spread ? ` (${one.spread})` : ''), one.price, one.amount, one.how];

function table(sheet) {
  const right = index => index >= 3 && index <= 5 ? 'n' : null;
  return el('table', { id: 'bill-lines' },
    el('thead', {}, el('tr', {}, HEAD.map((name, i) => el('th', { scope: 'col', class: right(i) }, t(name))))),
    el('tbody', {}, sheet.lines.map(one => el('tr', {}, cells(one).map((value, i) =>
      el('td', { class: right(i), 'data-exact': i === 5 ? one.raw.amount?.amount : i === 3 ? one.raw.quantity : null },
        i === 3 && one.spread ? [one.quantity, el('small', { class: 'muted' }, ` ${one.spread}`)] : String(value)))))),
    el('tfoot', {}, el('tr', { class: 'total' }, el('td'), el('td', { colspan: 4 }, sheet.totals[0][0]),
      el('td', { class: 'n', id: 'bill-total', 'data-exact': sheet.estimate.cost?.billed.amount }, sheet.totals[0][1]), el('td'))));
}

function markdown(sheet) {
  const row = list => `| ${list.map(value => String(value).replaceAll('|', '\\|')).join(' | ')} |`;
  return [`## ${t('bill_title', { model: sheet.estimate.model })}`, '', row(HEAD.map(name => t(name))), row(['--:', '---', '---', '--:', '--:', '--:', '---']),
    ...sheet.lines.map(one => row(cells(one))), row(['', `**${sheet.totals[0][0]}**`, '', '', '', `**${sheet.totals[0][1]}**`, '']), '',
    ...sheet.totals.slice(1).map(([name, value]) => `- ${name}: ${value}`),
    ...sheet.sources.map(source => `- ${source.kind}: ${source.url ? `[${source.title}](${source.url})` : source.title}, ${t('as_of', { date: day(source.as_of) })}`),
    ...[...(sheet.answer.notes ?? []), ...sheet.estimate.notes].map(note => `- ${remarkText(note)}`), ''].join('\n');
}

/** The figures as the API gave them: a point for the decimals, whatever the language. */
function billCsv(sheet) {
  const { cost } = sheet.estimate;
  return csv([HEAD.map(name => t(name)).concat('currency'),
    ...sheet.lines.map(one => [one.no, one.item, one.unit, one.raw.quantity, one.raw.rate ? `${one.raw.rate.amount} / ${one.raw.rate.per}` : '', one.raw.amount?.amount ?? '',
      one.how, one.raw.amount?.currency ?? '']),
    ['', sheet.totals[0][0], '', '', '', cost?.billed.amount ?? '', cost?.complete === false ? t('incomplete') : '', cost?.billed.currency ?? ''],
    ...(cost && cost.currency !== cost.billed.currency ? [['', t('converted'), '', '', '', cost.likely, rateUsed(sheet.answer), cost.currency]] : [])]);
}
