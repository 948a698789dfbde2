/** Tables of results, in a box that scrolls by itself where they are wider than the page. */
import { el } from './dom.js';
import { t } from './i18n.js';

export const scroll = (table, label) => el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': label }, table);

/**
 * @param heads  a word's key, and true for a column of numbers
 * @param rows   a cell is text, an element, or `{text, exact, amount}`: what is read, all digits, and the service's figure
 */
export function grid(id, heads, rows) {
  return el('table', { id }, el('thead', {}, el('tr', {}, heads.map(([key, right]) => el('th', { scope: 'col', class: right ? 'n' : null }, t(key))))),
    el('tbody', {}, rows.map(cells => el('tr', {}, cells.map((cell, i) => el('td', { class: heads[i][1] ? 'n' : null, title: cell?.exact, 'data-exact': cell?.amount }, cell?.text ?? cell))))));
}
