/** Kinds of text that are made, not found: logs, tables of numbers, records, emoji, odd input. */
const WORDS = ('the of and to in is for on that with as are be this by from or an at it not have was will can user order '
  + 'service request response error timeout cache model token price limit account payment session database server client '
  + 'update delete create invalid missing failed retry started stopped connected message queue worker thread value').split(' ');
const NAMES = ['Иван', 'Мария', '李雷', '田中', '김민수', 'Müller', 'José', 'Anna', 'أحمد', 'דוד', 'प्रिया', 'Søren', 'Olivia', 'Noah'];
const CITIES = ['Москва', 'Санкт-Петербург', '北京', '上海', '東京', '서울', 'Berlin', 'München', 'São Paulo', 'New York', 'دبي', 'Paris'];
const EMOJI = ['😀', '😂', '🥲', '👍', '👍🏽', '🙏', '❤️', '🔥', '🎉', '🚀', '✨', '✅', '❌', '⚠️', '📦', '🇷🇺', '🇨🇳', '👨‍👩‍👧‍👦', '🤖', '🐍', '☕', '→', '•', '★', '①', '™', '✓', '│', '─', '█'];
const HEX = '0123456789abcdef';
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const many = (n, make) => Array.from({ length: n }, make);
const chars = (r, alphabet, n) => many(n, () => r.pick(alphabet)).join('');
const uuid = (r) => [8, 4, 4, 4, 12].map((n) => chars(r, HEX, n)).join('-');
const two = (n) => String(n).padStart(2, '0');
const date = (r) => `20${two(10 + r.below(17))}-${two(1 + r.below(12))}-${two(1 + r.below(28))}`;
const time = (r) => `${two(r.below(24))}:${two(r.below(60))}:${two(r.below(60))}`;
const words = (r, n) => many(n, () => r.pick(WORDS)).join(' ');
const ip = (r) => many(4, () => r.below(256)).join('.');

function record(r) {
  const value = { id: r.pick([() => r.below(1e6), () => uuid(r)])(), name: r.pick(NAMES), city: r.pick(CITIES), active: r.next() < 0.5 };
  if (r.next() < 0.6) value.amount = Math.round(r.next() * 1e6) / 100;
  if (r.next() < 0.5) value.created_at = `${date(r)}T${time(r)}Z`;
  if (r.next() < 0.4) value.tags = many(r.below(5), () => r.pick(WORDS));
  if (r.next() < 0.3) value.note = words(r, 3 + r.below(12));
  if (r.next() < 0.2) value.parent = null;
  return value;
}

function log(r) {
  const level = r.pick(['INFO', 'WARN', 'ERROR', 'DEBUG']);
  return r.pick([
    () => `${date(r)} ${time(r)},${100 + r.below(900)} ${level}  [${r.pick(WORDS)}-${r.below(16)}] (c.e.${r.pick(WORDS)}.${r.pick(['OrderService', 'CacheLoader', 'HttpClient'])}) ${words(r, 4 + r.below(8))} id=${r.below(1e7)}`,
    () => `${ip(r)} - - [${two(1 + r.below(28))}/Mar/2025:${time(r)} +0300] "GET /api/v1/${r.pick(WORDS)}/${r.below(1e5)} HTTP/1.1" ${r.pick([200, 301, 404, 500])} ${r.below(1e5)}`,
    () => `{"ts":"${date(r)}T${time(r)}.${r.below(1000)}Z","level":"${level.toLowerCase()}","msg":"${words(r, 5)}","trace_id":"${chars(r, HEX, 32)}"}`,
    () => `\tat com.example.${r.pick(WORDS)}.${r.pick(['Main', 'Worker', 'Handler'])}.${r.pick(WORDS)}(${r.pick(['Main', 'Worker', 'Handler'])}.java:${r.below(900)})`,
  ])();
}

export const GENERATED = {
  logs: (r) => many(120, () => log(r)).join('\n'),
  records: (r) => JSON.stringify(many(40, () => record(r)), null, r.pick([undefined, undefined, 2, 4])),
  yaml: (r) => many(40, () => Object.entries(record(r)).map(([k, v], i) => `${i ? '  ' : '- '}${k}: ${Array.isArray(v) ? '[' + v.join(', ') + ']' : v}`).join('\n')).join('\n'),
  numbers: (r) => {
    const separator = r.pick([',', ';', '\t', ' ', ', ', ' | ']);
    const cell = () => r.pick([() => r.below(100), () => r.below(1e9), () => (r.next() * 1e4).toFixed(2), () => r.next(), () => date(r), () => time(r), () => '+7 9' + chars(r, '0123456789', 9), () => `${r.below(100)}%`, () => `$${r.below(10000)}`])();
    return many(80, () => many(8, cell).join(separator)).join('\n');
  },
  identifiers: (r) => many(200, () => r.pick([() => uuid(r), () => chars(r, HEX, r.pick([8, 16, 32, 40, 64])), () => chars(r, BASE64, r.size(10, 200)), () => `https://example.com/${r.pick(WORDS)}/${chars(r, BASE64.slice(0, 62), 10)}?id=${r.below(1e6)}&q=${r.pick(WORDS)}`, () => `${r.pick(WORDS)}_${r.pick(WORDS)}_${r.below(100)}`])()).join(r.pick(['\n', ' ', ', '])),
  emoji: (r) => many(200, () => r.pick([() => chars(r, EMOJI, 1 + r.below(4)), () => words(r, 1 + r.below(5)), () => r.pick(NAMES) + '!'])()).join(r.pick(['', ' ', ' '])),
  odd: (r) => many(60, () => r.pick([
    () => r.pick(['a', 'A', ' ', '-', '=', '.', '\n', '\t', '*', '哈', 'ха', '0', '!', '_', 'ー']).repeat(r.size(1, 300)),
    () => chars(r, 'abcdefghijklmnopqrstuvwxyz', r.size(5, 200)),
    () => many(r.size(5, 100), () => String.fromCodePoint(0x4e00 + r.below(0x5000))).join(''),
    () => many(r.size(5, 100), () => String.fromCodePoint(0xac00 + r.below(0x2b00))).join(''),
    () => many(r.size(5, 60), () => String.fromCodePoint(0xa1 + r.below(0xd000))).join(''),
    () => many(r.size(5, 60), () => String.fromCodePoint(0x430 + r.below(32))).join(''),
    () => words(r, 3 + r.below(20)).toUpperCase(),
    () => words(r, 3).normalize('NFD') + 'е́ ü é ñ'.normalize('NFD'),
  ])()).join(r.pick(['\n', ' ', '    ', '\n\n'])),
};
