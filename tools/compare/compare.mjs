// Compares the main list with tables of prices, through a running service's own readers of such tables, and prints the
// lines in which both have a price and the prices differ, with the day of each.
//
//   node tools/compare/compare.mjs http://localhost:8080 litellm:2026-08-01:prices.json openrouter:2026-08-01:models.json
//
// A table's row is compared with the main list's model of the same name, if the row is the offer of that model's seller
// as far as its name tells (no other seller before the slash). Nothing is kept by the service.
import { readFile } from 'node:fs/promises';

const [base, ...tables] = process.argv.slice(2);
if (!base || tables.length === 0) {
  console.error('expected: compare.mjs <address of the service> <format>:<day>:<file> …');
  process.exit(2);
}

// why ours stands: by model or seller, with or without the line or the table's format
const settled = JSON.parse(await readFile(new URL('settled.json', import.meta.url), 'utf8'));
const cards = new Map();

async function answered(path, init) {
  const response = await fetch(base + path, init);
  if (!response.ok) {
    throw new Error(`${path}: ${response.status} ${await response.text()}`);
  }
  return response.json();
}

/** The newest day of a source of the model's card in force. */
async function ourDay(model) {
  if (!cards.has(model)) {
    const shown = await answered(`/v1/models/${model}`);
    const days = Object.values(shown.sources ?? {}).map(source => source.as_of).filter(Boolean).sort();
    cards.set(model, days.at(-1) ?? '');
  }
  return cards.get(model);
}

/** The price of a million units, by moving the decimal point: no digit is lost. As it is where that can't be. */
function perMillion(rate) {
  if (!/^10*$/.test(rate.per)) {
    return `${rate.amount} ${rate.currency} for ${rate.per}`;
  }
  const zeros = 6 - (String(rate.per).length - 1);
  const [whole, fraction = ''] = rate.amount.split('.');
  const digits = whole + fraction.padEnd(Math.max(zeros, fraction.length), '0');
  const point = whole.length + zeros;
  const moved = `${digits.slice(0, point)}.${digits.slice(point)}`.replace(/^0+(?=\d)/, '').replace(/\.?0*$/, '');
  return `${moved} ${rate.currency}`;
}

/** Whether the row is an offer of the model's own seller: no seller in its name, or that one. */
function isOwn(row, against) {
  const maker = against.split('/')[0];
  const seller = row.includes('/') ? row.split('/')[0] : maker;
  const same = settled.sellers[seller] ?? seller;
  return same === maker;
}

const main = new Set((await answered('/v1/models?limit=1000')).data.map(model => model.id));
let open = 0;
console.log('| model | table, its day | line | ours, its day | theirs | settled |\n|---|---|---|---|---|---|');
for (const table of tables) {
  const [format, day, ...rest] = table.split(':');
  const preview = await answered(`/v1/catalogue/preview?format=${format}&provider=compared&currency=USD`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: await readFile(rest.join(':')),
  });
  for (const change of preview.changes) {
    if (!main.has(change.against) || !isOwn(change.model, change.against)) {
      continue;
    }
    for (const line of change.lines.filter(l => l.before && l.after)) {
      const maker = change.against.split('/')[0];
      const note = [`${change.against} ${line.meter} ${format}`, `${change.against} ${line.meter}`,
        `${change.against} ${format}`, change.against, `${maker} ${line.meter}`, `${maker} ${format}`, maker]
        .map(key => settled.lines[key]).find(Boolean);
      open += note ? 0 : 1;
      console.log(`| ${change.against} | ${format} ${day}, ${change.model} | ${line.meter} | ${perMillion(line.before)}, `
        + `${await ourDay(change.against)} | ${perMillion(line.after)} | ${note ?? '**open**'} |`);
    }
  }
}
console.log(`\n${open} open`);
process.exit(open === 0 ? 0 : 1);
