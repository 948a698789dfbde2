// Writes src/test/resources/golden/<vocabulary>.tsv with the reference tokenizer, npm tiktoken 1.0.22 (OpenAI's Rust
// core as WASM); for Qwen the same core with Qwen's published ranks and expression, after String.normalize("NFC").
//   npm i tiktoken@1.0.22 && node src/test/golden/tokens.mjs target/published-vocabularies/qwen.tiktoken
import fs from 'node:fs';
import { createRequire } from 'node:module';
const require = createRequire(process.cwd() + '/');
const { get_encoding, Tiktoken } = require('tiktoken');

const r = (s, n) => s.repeat(n);
let seed = 20261122;
const random = n => { seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff; return Math.floor(seed / 0x80000000 * n); };
const some = (n, make) => Array.from({ length: n }, make).join('');

const texts = [
  '', ' ', 'a', 'hello world', 'Hello, World!', "I'm sure they'll say it's what we've done; he'd SAY \"DON'T\", and YOU'LL see.",
  'The quick brown fox jumps over the lazy dog. 1234567890 12 345 6,789.00 3.14159',
  'Съешь же ещё этих мягких французских булок, да выпей чаю. ЁЛКА ёлка', 'Эксплуатационно-техническое обслуживание высоковольтного электрооборудования',
  '我能吞下玻璃而不伤身体。通义千问具有强大的能力，人工智能正在改变世界。', '龘靐齉爩鱻麤龗', 'いろはにほへと ちりぬるを。カタカナとひらがな、漢字が混ざる文章です。',
  '다람쥐 헌 쳇바퀴에 타고파. 대한민국의 수도는 서울특별시입니다.', 'نص حكيم له سر قاطع وذو شأن عظيم مكتوب على ثوب أخضر', 'דג סקרן שט בים מאוכזב ולפתע מצא חברה',
  'ऋषियों को सताने वाले दुष्ट राक्षसों के राजा रावण का सर्वनाश करने वाले', 'เป็นมนุษย์สุดประเสริฐเลิศคุณค่า', 'Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich',
  'Ξεσκεπάζω τὴν ψυχοφθόρα βδελυγμία', 'Příliš žluťoučký kůň úpěl ďábelské ódy', 'Kæmi ný öxi hér, ykist þjófum nú bæði víl og ádrepa', 'Pijamalı hasta yağız şoföre çabucak güvendi. İIıi',
  'Do bạch kim rất quý nên sẽ dùng để lắp vô xương', 'Do bạch kim rất quý nên'.normalize('NFD'), 'Հայերեն ქართული አማርኛ ខ្មែរ தமிழ் မြန်မာ',
  'café café'.normalize('NFD') + ' Ångström \u212b \u1100\u1161\u11a8 \u0958 \u2126', 'e\u0301\u0302\u0323 \u0323\u0302e q\u0307\u0323', '\u0301abc \u0301 \u0301\u0301ABC a\u0301B', 'ǅungla ʰa ªº Ⅷ ⅷ ½ ٣٤٥ 𝟘𝟙𝟚 ①②',
  '👍 👩‍👩‍👧‍👦 🏳️‍🌈 👋🏽 🇷🇺🇨🇳 ☃️ 😀😃😄', '\u200d\u200b\u2060', '\u0000\u0001\u0002\u001b[31mred\u001b[0m\u007f\u0080\u009f', '\ufeffBOM \ufeff', 'a\u0085b\u2028c\u2029d \u0085 \u2028 \u2029\u0085\n', 'a\u00a0b\u00a0\u00a0c \u3000你好\u3000\u3000世界 \u2003x\u202f\u205f1',
  "'ſ 'ſt it'ſ IT'ſ 'S's'T't 'LL'll 'l 'v 'r 're're'RE've'VE'd'D'm'M '", "''s '''ll x''s don''t", "’s it’s", '<|endoftext|>', 'a<|endofprompt|>b <|fim_prefix|><|im_start|>user<|im_end|><|x|>',
  'CamelCase camelCase HTTPServer XMLHttpRequest iOS IPv6 ABCdef ABC中DEF 中ABC', 'snake_case_name SCREAMING_SNAKE kebab-case-name __init__', 'a/b/c //comment\n/* x */\r\n\r\n///\n/', '..., !!! ??? --- === *** ((())) [[]] {}{} <<>> ~~~ ```',
  'public static void main(String[] args) {\n    System.out.println("Hi");\n\treturn;\n}\n', 'def f(x):\n    if x > 0:\n        return x ** 2\n\n    return None\n', '{"a": [1, 2.5e-10, null], "b": {"c": "\\u00e9\\n"}}\r\n', '<div class="x"> &nbsp; </div>',
  'https://example.com/path?q=1&r=%20#frag user@example.com', 'dGhpcyBpcyBiYXNlNjQgZW5jb2RlZCB0ZXh0IHdpdGggcGFkZGluZw==', '0xDEADBEEF 550e8400-e29b-41d4-a716-446655440000',
  ' \n \n\n  \n   x', '\n', '\r\n', '\r', '\t', '  ', '   ', ' \t ', 'x ', 'x  ', 'x \n', 'x\n ', 'x\n  \n  ', '\n\n\n', ' a  b   c    d', '\t\ta\t\tb', 'a\n\n\n  b', 'a \n\r\n b', '\u000b\f x', 'end\n   ', 'end \n\t',
  r(' ', 300), r(' ', 299) + 'x', r('\n', 200), r('\t', 100), r('a', 1000), r('A', 500), r('-', 700), r('=', 333), r('!', 100), r('.', 257), r('0', 100), r('ab', 300), r('哈', 300), r('é', 200), r('e\u0301', 150), 'a' + r('\u0301', 200), r('😀', 60), r('\u200d', 50), r("'s", 100), r(' a', 100), r('\r\n', 90), r(' \n', 90), r('_', 129), r('я', 300), r('\u3000', 70), r('/', 130),
  some(400, () => String.fromCharCode(97 + random(26))), some(400, () => String.fromCharCode(0x4e00 + random(0x5000))), some(300, () => String.fromCharCode(0x400 + random(0x100))), some(500, () => String.fromCharCode(32 + random(95))),
  some(300, () => String.fromCodePoint(random(0x800))), some(300, () => { const c = random(0x30000); return String.fromCodePoint(c >= 0xd800 && c < 0xe000 ? 0xfffd : c); }), some(100, () => String.fromCodePoint(0x10000 + random(0x100000))),
  'a\ufffdb \ufffd\ufffd', '𐐀𐐨 𝓗𝓮𝓵𝓵𝓸 𠀀𠮷 🀄', '\u0345\u1fb3 ᾂ \u03b1\u0313\u0300\u0345', 'ｆｕｌｌ ｗｉｄｔｈ １２３', 'a\u00adb\u200eb\u202e', '\u{e0001}\u{e0020}', '\u{f0000} \uE000',
];

function qwen(path) {
  const ranks = fs.readFileSync(path, 'latin1').trimEnd().split('\n').map(l => l.split(' '));
  const lines = ['! 0'];
  let next = 0;
  lines[0] += ' ' + ranks.map(([token, rank]) => { if (+rank !== next++) throw new Error('gap'); return token; }).join(' ');
  const expression = String.raw`(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+`;
  return new Tiktoken(lines.join('\n'), {}, expression);
}

const vocabularies = { o200k_base: get_encoding('o200k_base'), cl100k_base: get_encoding('cl100k_base'), p50k_base: get_encoding('p50k_base'), r50k_base: get_encoding('r50k_base'), qwen: qwen(process.argv[2]) };
const json = s => JSON.stringify(s).replace(/[^\x20-\x7e]/g, c => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'));
for (const [name, encoding] of Object.entries(vocabularies)) {
  const rows = texts.map(t => json(t) + '\t' + [...encoding.encode_ordinary(name === 'qwen' ? t.normalize('NFC') : t)].join(' '));
  fs.writeFileSync(`src/test/resources/golden/${name}.tsv`, `# text as JSON, ids; made by src/test/golden/tokens.mjs with npm tiktoken 1.0.22\n` + rows.join('\n') + '\n');
}
