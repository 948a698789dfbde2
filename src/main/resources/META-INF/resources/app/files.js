/** What leaves the page as a file or by the clipboard. */
import { announce, el } from './dom.js';
import { t } from './i18n.js';

export function save(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = el('a', { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** Comma-separated values after RFC 4180; the mark at the beginning lets spreadsheets see that it is UTF-8. */
export function csv(lines) {
  return '\uFEFF' + lines.map(cells => cells.map(cell).join(',')).join('\r\n') + '\r\n';
}

function cell(value) {
  const text = value === null || value === undefined ? '' : String(value);
  // A spreadsheet would take such a text for a formula; a number may begin so.
  const safe = /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Copies, and says so; where the clipboard is forbidden the text is offered to be copied by hand. */
export async function copy(text, place) {
  try {
    await navigator.clipboard.writeText(text);
    place.replaceChildren(t('copied'));
  } catch {
    const field = el('textarea', { rows: 3, readonly: true, 'aria-label': t('copy_by_hand') });
    field.value = text;
    place.replaceChildren(t('copy_by_hand'), field);
    field.select();
  }
  announce(place.firstChild.textContent, 100);
}
