/** Documents by kind of text, and slices of them: what the fit, the calibration and the test look at. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { join } from 'node:path';
import { hash, random } from './random.mjs';
import { GENERATED } from './generated.mjs';

const LANGUAGES = {
  en: 'en', en_GB: 'en', 'en-US': 'en', C: 'en', de: 'de', 'de-DE': 'de', fr: 'fr', 'fr-FR': 'fr', es: 'es', 'es-ES': 'es',
  it: 'latin', pt_BR: 'latin', 'pt-br': 'latin', pt: 'latin', pl: 'pl', cs: 'latin', nl: 'nl', sv: 'latin',
  fi: 'latin', hu: 'latin', ro: 'latin', tr: 'latin', vi: 'latin', id: 'latin', hr: 'latin', lt: 'latin', et: 'latin',
  ru: 'ru', 'ru-RU': 'ru', uk: 'cyrillic', bg: 'cyrillic', sr: 'cyrillic', mk: 'cyrillic', be: 'cyrillic', kk: 'cyrillic',
  el: 'el', zh_CN: 'zh', 'zh-CN': 'zh', 'zh-hans': 'zh', zh: 'zh', zh_TW: 'zh-tw', 'zh-TW': 'zh-tw', 'zh-hant': 'zh-tw',
  ja: 'ja', 'ja-JP': 'ja', ko: 'ko', 'ko-KR': 'ko', ar: 'ar', 'ar-MA': 'ar', fa: 'fa', 'fa-IR': 'fa', ur: 'fa',
  he: 'he', hi: 'hi', mr: 'indic', ne: 'indic', bn: 'indic', ta: 'indic', te: 'indic', kn: 'indic', ml: 'indic',
  pa: 'indic', gu: 'indic', si: 'indic', th: 'th', lo: 'southeast', km: 'southeast', my: 'southeast',
  ka: 'letter', hy: 'letter', am: 'letter',
};

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      yield* files(path);
    } else if (entry.isFile()) {
      yield path;
    }
  }
}

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
const plain = (markup) =>
  markup
    .replace(/<(script|style)[\s\S]*?<\/\1>/gi, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, n) => String.fromCodePoint(+n))
    .replace(/&#x([0-9a-f]+);/gi, (_, n) => String.fromCodePoint(parseInt(n, 16)))
    .replace(/&(\w+);/g, (all, name) => entities[name] ?? all)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n[ \t]+/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const roff = (source) =>
  source
    .replace(/^[.'](\\"|TH|so|ad|nh|if|ie|el|de|ds|nr|in|na|hy).*$/gm, '')
    .replace(/^[.'][A-Za-z]+ ?/gm, '')
    .replace(/\\f[BIRP]|\\&|\\\/|\\,/g, '')
    .replace(/\\-/g, '-')
    .replace(/\\\(aq/g, "'")
    .replace(/\\e/g, '\\')
    .replace(/\n{2,}/g, '\n')
    .trim();

/** A catalogue of messages: the translations, or what was translated. */
function messages(bytes, table = 16) {
  const little = bytes.readUInt32LE(0) === 0x950412de;
  const int = (at) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const found = [];
  for (let i = 1; i < int(8); i++) {
    const at = int(table) + 8 * i;
    found.push(bytes.toString('utf8', int(at + 4), int(at + 4) + int(at)).replace(/\0[\s\S]*/, ''));
  }
  return found.filter((text) => text.length > 0).join('\n');
}

/** Pieces of a long text, so that not all of it falls to the same part of the split. */
const CHUNK = 6000;
function* chunks(kind, name, text) {
  for (let from = 0; from < text.length; from += CHUNK) {
    yield [kind, `${name} ${from / CHUNK}`, text.slice(from, from + CHUNK)];
  }
}

const utf8 = (path) => readFileSync(path, 'utf8');
const CODE = { java: 'java', py: 'python', js: 'js', sql: 'sql', go: 'code', php: 'code', pm: 'code', css: 'code' };

/** [kind, name, text] of one file, or nothing. The name decides the split; translations of one text share it. */
function* documents(path, root) {
  const name = path.slice(root.length);
  let match;
  if ((match = name.match(/\/man\/([\w-]+)\/man\d\/(.+?)\.gz$/)) || (match = name.match(/^\/usr\/share\/man\/([\w-]+)\/man\d\/(.+)$/))) {
    const kind = LANGUAGES[match[1]];
    if (kind) {
      const bytes = readFileSync(path);
      yield [kind, 'man ' + match[2], roff((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'))];
    }
  } else if ((match = name.match(/\/games\/fortunes\/(?:(de|es|ru|it|pl|zh|cs|bg|off)\/)?([\w-]+)$/))) {
    const chinese = ['chinese', 'tang300', 'song100'].includes(match[2]);
    const kind = chinese ? 'zh' : match[1] === 'off' ? null : { it: 'latin', cs: 'latin', bg: 'cyrillic' }[match[1]] ?? match[1] ?? 'en';
    if (kind) {
      yield [kind, 'fortune ' + match[2], utf8(path).replace(/\x1b\[[\d;]*m/g, '')];
    }
  } else if ((match = name.match(/locale\/([\w@-]+)\/LC_MESSAGES\/(freedroidrpg-dialogs|scenario_.+)\.mo$/))) {
    const kind = LANGUAGES[match[1]];
    if (kind) {
      const bytes = readFileSync(path);
      yield* chunks(kind, 'talk ' + match[2], messages(bytes));
      if (kind === 'de') {
        yield* chunks('talk', 'talk ' + match[2], messages(bytes, 12));
      }
    }
  } else if ((match = name.match(/fillets-ng\/script\/(\w+)\/dialogs_(\w+)\.lua$/))) {
    const kind = match[2] === 'en' ? 'talk' : LANGUAGES[match[2]];
    const said = [...utf8(path).matchAll(/^(?:dialogStr\("|dialogId\(.*?", ".*?", ")(.*)"\)\s*$/gm)].map(([line, text]) => [line, text.replace(/\\"/g, '"')]);
    if (kind) {
      yield [kind, 'fish ' + match[1], said.filter(([line]) => line.startsWith('dialogStr') !== (match[2] === 'en')).map(([, text]) => text).join('\n')];
    }
  } else if ((match = name.match(/(?:locale|resource)\/([\w@-]+)\/LC_MESSAGES\/(.+)\.mo$/))) {
    const kind = LANGUAGES[match[1]];
    if (kind) {
      yield [kind, 'mo ' + match[2], messages(readFileSync(path))];
    }
  } else if ((match = name.match(/doc\/(?:debian-handbook\/html|installation-guide-amd64)\/([\w-]+)\/([\w.-]+)\.html$/))) {
    const kind = LANGUAGES[match[1]];
    if (kind) {
      const markup = utf8(path);
      yield [kind, 'guide ' + match[2], plain(markup)];
      if (hash(name) % 8 === 0) {
        yield ['markup', 'html ' + match[2], markup];
      }
    }
  } else if ((match = name.match(/help\/([\w@-]+)\/(.+)\.page$/))) {
    const kind = LANGUAGES[match[1]];
    if (kind) {
      const markup = utf8(path);
      yield [kind, 'help ' + match[2], plain(markup)];
      if (hash(name) % 16 === 0) {
        yield ['markup', 'page ' + match[2], markup];
      }
    }
  } else if ((match = name.match(/i18n\/(?:.+\/)?([\w-]+)\.json$/))) {
    const kind = LANGUAGES[match[1]];
    if (kind) {
      const source = utf8(path);
      const values = Object.values(JSON.parse(source)).filter((value) => typeof value === 'string');
      yield [kind, 'i18n ' + name.replace(/[\w-]+\.json$/, ''), values.join('\n')];
      if (hash(name) % 8 === 0) {
        yield ['json', 'i18n json ' + name, source];
      }
    }
  } else if ((match = name.match(/\.md$/))) {
    yield ['markdown', 'md ' + name, utf8(path)];
  } else if ((match = name.match(/\.(java|py|js|sql|go|php|pm|css|json)$/)) && !/\.min\.|i18n/.test(name)) {
    const source = utf8(path);
    if (!/.{2000}/.test(source)) {
      yield [CODE[match[1]] ?? 'json', 'code ' + name, source];
    }
  }
}

/** Of a long document a part at a stable place is enough. */
const PART = 16_000;
const MIXED = { latin: 2, indic: 2 };
const LATIN = new Set(['en', 'talk', 'nl', 'pl', 'de', 'fr', 'es', 'latin', 'java', 'python', 'js', 'sql', 'code', 'json', 'markup', 'markdown']);

/** Many translations are unfinished: what is mostly English is not a document of its language. */
function inItsScript(kind, text) {
  const letters = text.slice(0, 4000).match(/\p{L}/gu) ?? [];
  return LATIN.has(kind) || letters.filter((c) => c > '\u007f').length * 2 > letters.length;
}

export function load(root) {
  const kinds = new Map();
  for (const path of files(root)) {
    if (statSync(path).size < 16_000_000) {
      for (const [kind, name, text] of documents(path, root)) {
        if (text.length >= 40 && !text.includes('\ufffd') && inItsScript(kind, text)) {
          kinds.set(kind, kinds.get(kind) ?? []);
          kinds.get(kind).push({ kind, name, text });
        }
      }
    }
  }
  return kinds;
}

/** Of every kind as many documents as wanted, chosen by their names; generated kinds are made. */
export function choose(kinds, wanted) {
  const chosen = [];
  for (const [kind, all] of kinds) {
    all.sort((a, b) => hash(kind + a.name) - hash(kind + b.name) || (a.name < b.name ? -1 : 1));
    for (const document of all.slice(0, wanted * (MIXED[kind] ?? 1))) {
      const from = document.text.length > PART ? hash(document.name) % (document.text.length - PART) : 0;
      chosen.push({ ...document, text: document.text.slice(from, from + PART).toWellFormed() });
    }
  }
  for (const [kind, make] of Object.entries(GENERATED)) {
    for (let i = 0; i < wanted; i++) {
      chosen.push({ kind, name: `generated ${kind} ${i}`, text: make(random(hash(kind + i))) });
    }
  }
  return chosen;
}

/** fit, calibration or test, always the same for a name (without the kind: translations stay together). */
export const split = (document) => ['fit', 'fit', 'calibration', 'calibration', 'test'][hash('split ' + document.name) % 5];

const boundary = (text, at) => {
  const line = text.indexOf('\n', at);
  const space = text.slice(at, at + 200).search(/\s/);
  return line >= 0 && line - at < 200 ? line + 1 : space >= 0 ? at + space + 1 : at;
};

/** One slice: short ones (1 to 200 characters) are the most, because prompts are. */
function slice(text, random) {
  const dice = random.next();
  const length = dice < 0.6 ? random.size(1, 200) : dice < 0.96 ? random.size(200, 2500) : random.size(2500, PART);
  const start = Math.max(0, random.below(Math.max(1, text.length - length)));
  const from = random.next() < 0.75 ? boundary(text, start) : start;
  const part = Array.from(text.slice(from, from + length)).filter((c) => c.length > 1 || !/[\ud800-\udfff]/.test(c)).join('');
  return random.next() < 0.7 ? part.trim() : part;
}

/** Samples of a document: lists of one or more texts. */
export function samples(document, others, count) {
  const dice = random(hash('slices ' + document.kind + document.name));
  const made = [];
  const seen = new Set();
  for (let i = 0; i < count; i++) {
    const texts = [];
    const many = dice.next() < 0.08 ? dice.size(2, 12) : 1;
    for (let j = 0; j < many; j++) {
      let text = slice(document.text, dice);
      if (dice.next() < 0.06) {
        text += dice.pick([' ', '\n', '\n\n', ': ']) + slice(dice.pick(others).text, dice);
      }
      texts.push(text);
    }
    const key = texts.join('\0');
    if (texts.some((text) => text.length > 0) && !seen.has(key)) {
      seen.add(key);
      made.push(texts);
    }
  }
  return made;
}
