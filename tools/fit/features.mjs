/**
 * What an estimate looks at: characters by class, and runs. The same definitions as smeta.token.fit.TextFeatures; the fixture's
 * feature columns hold the two together.
 */
import { get_encoding } from 'tiktoken';

export const CLASSES = [
  'lower', 'upper', 'latin', 'latinext', 'cyrillic', 'cyrillicext', 'greek', 'han', 'kana', 'hangul', 'arabic',
  'arabicext', 'hebrew', 'devanagari', 'bengali', 'tamil', 'dravidian', 'indic', 'thai', 'khmer', 'myanmar', 'southeast',
  'letter', 'digit', 'punct', 'cjkpunct', 'otherpunct', 'symbol', 'emoji', 'space', 'newline', 'control',
];
export const RUNS = [
  'words', 'camel', 'th', 'umlauts', 'acutes', 'digitruns', 'punctruns', 'spaceruns', 'runspaces', 'newlineruns', 'texts',
  'contractions', 'apostrophes',
];
/** Tokens of the text under o200k by their rank, which is the lower the more common they are: a column ends below each. */
export const RANKS = { rank2k: 2_000, rank10k: 10_000, rank30k: 30_000, rank60k: 60_000, rank100k: 100_000, rankbeyond: Infinity };
export const FEATURES = [...CLASSES, ...RUNS, ...Object.keys(RANKS)];
const C = Object.fromEntries(FEATURES.map((name, i) => [name, i]));

/* First code point of each range; a range ends where the next begins. */
const RANGES = [
  [0x00, 'control'], [0x0a, 'newline'], [0x0b, 'control'], [0x0d, 'newline'], [0x0e, 'control'], [0x20, 'space'],
  [0x21, 'punct'], [0x30, 'digit'], [0x3a, 'punct'], [0x41, 'upper'], [0x5b, 'punct'], [0x61, 'lower'],
  [0x7b, 'punct'], [0x7f, 'control'], [0xa0, 'otherpunct'], [0xaa, 'latin'], [0xab, 'otherpunct'], [0xb5, 'latin'],
  [0xb6, 'otherpunct'], [0xba, 'latin'], [0xbb, 'otherpunct'], [0xc0, 'latin'], [0xd7, 'otherpunct'], [0xd8, 'latin'],
  [0xf7, 'otherpunct'], [0xf8, 'latin'], [0x0100, 'latinext'], [0x0300, 'letter'], [0x0370, 'greek'], [0x0400, 'cyrillicext'], [0x0401, 'cyrillic'], [0x0402, 'cyrillicext'],
  [0x0410, 'cyrillic'], [0x0450, 'cyrillicext'], [0x0451, 'cyrillic'], [0x0452, 'cyrillicext'],
  [0x0530, 'letter'], [0x0590, 'hebrew'], [0x0600, 'arabic'], [0x0671, 'arabicext'], [0x06d4, 'arabic'], [0x0700, 'letter'], [0x0750, 'arabicext'],
  [0x0780, 'letter'], [0x08a0, 'arabicext'], [0x0900, 'devanagari'], [0x0980, 'bengali'], [0x0a00, 'indic'], [0x0b80, 'tamil'],
  [0x0c00, 'dravidian'], [0x0d80, 'indic'], [0x0e00, 'thai'], [0x0e80, 'southeast'], [0x0f00, 'letter'],
  [0x1000, 'myanmar'], [0x10a0, 'letter'], [0x1100, 'hangul'], [0x1200, 'letter'], [0x1780, 'khmer'],
  [0x1800, 'letter'], [0x1c80, 'cyrillicext'], [0x1c90, 'letter'], [0x1e00, 'latinext'], [0x1f00, 'greek'],
  [0x2000, 'otherpunct'], [0x2070, 'symbol'], [0x20a0, 'otherpunct'], [0x20d0, 'symbol'], [0x2c00, 'letter'],
  [0x2de0, 'cyrillicext'], [0x2e00, 'otherpunct'], [0x2e80, 'han'], [0x2fe0, 'symbol'], [0x3000, 'cjkpunct'],
  [0x3005, 'han'], [0x3008, 'cjkpunct'], [0x3040, 'kana'], [0x3100, 'letter'], [0x3130, 'hangul'], [0x3190, 'letter'],
  [0x31f0, 'kana'], [0x3200, 'symbol'], [0x3400, 'han'], [0x4dc0, 'symbol'], [0x4e00, 'han'], [0xa000, 'letter'],
  [0xa640, 'cyrillicext'], [0xa6a0, 'letter'], [0xa8e0, 'devanagari'], [0xa900, 'letter'], [0xa960, 'hangul'],
  [0xa980, 'letter'], [0xac00, 'hangul'], [0xd7b0, 'letter'], [0xe000, 'symbol'], [0xf900, 'han'], [0xfb00, 'letter'],
  [0xfb1d, 'hebrew'], [0xfb50, 'arabic'], [0xfe00, 'symbol'], [0xfe30, 'cjkpunct'], [0xfe70, 'arabic'],
  [0xfeff, 'symbol'], [0xff00, 'cjkpunct'], [0xff66, 'kana'], [0xffa0, 'hangul'], [0xffe0, 'symbol'],
  [0x10000, 'letter'], [0x1f000, 'emoji'], [0x1fb00, 'letter'], [0x20000, 'han'], [0x40000, 'symbol'],
];

const BMP = new Uint8Array(0x10000);
RANGES.forEach(([from, name], i) => {
  const to = i + 1 < RANGES.length ? RANGES[i + 1][0] : 0x110000;
  for (let c = from; c < Math.min(to, 0x10000); c++) {
    BMP[c] = C[name];
  }
});

/* Marks of languages: German and its neighbours, Spanish and its. */
const UMLAUTS = 'äöüÄÖÜß';
const ACUTES = 'ñáéíóúÑÁÉÍÓÚ';

function classOf(c) {
  if (c < 0x10000) {
    return BMP[c];
  }
  return c < 0x1f000 ? C.letter : c < 0x1fb00 ? C.emoji : c < 0x20000 ? C.letter : c < 0x40000 ? C.han : C.symbol;
}

/** Adds one text's features; a lone surrogate is U+FFFD. */
export function addFeatures(text, x) {
  if (text.length === 0) {
    return x;
  }
  x[C.texts]++;
  let before = -1;
  let before2 = -1;
  let last = -1;
  for (const char of text) {
    let c = char.codePointAt(0);
    if (c >= 0xd800 && c < 0xe000) {
      c = 0xfffd;
    }
    const k = classOf(c);
    x[k]++;
    if (k <= C.latinext) {
      if (before < 0 || before > C.latinext) {
        x[C.words]++;
      } else if (k === C.upper && before === C.lower) {
        x[C.camel]++;
      }
      if ((c === 0x68 || c === 0x48) && (last === 0x74 || last === 0x54)) {
        x[C.th]++;
      } else if (UMLAUTS.includes(char)) {
        x[C.umlauts]++;
      } else if (ACUTES.includes(char)) {
        x[C.acutes]++;
      }
    } else if (k === C.space) {
      if (before === C.space) {
        if (before2 !== C.space) {
          x[C.spaceruns]++;
          x[C.runspaces]++;
        }
        x[C.runspaces]++;
      }
    } else if (k !== before) {
      if (k === C.digit) {
        x[C.digitruns]++;
      } else if (k === C.punct) {
        x[C.punctruns]++;
      } else if (k === C.newline) {
        x[C.newlineruns]++;
      }
    }
    before2 = before;
    before = k;
    last = c;
  }
  return x;
}

const LIMITS = Object.values(RANKS);
const o200k = get_encoding('o200k_base');

/** Ranks of a text of at most 32,768 characters; the program looks at parts of a longer one. */
function addRanks(text, x) {
  for (const id of o200k.encode_ordinary(text)) {
    x[C.rank2k + LIMITS.findIndex((limit) => id < limit)]++;
  }
  return x;
}

export const features = (texts) =>
  texts.reduce((x, text) => addRanks(text, addApostrophes(text, addFeatures(text, x))), new Float64Array(FEATURES.length));

/**
 * Apostrophes between Latin letters: of English contractions, which some vocabularies split off and some don't; and
 * others, as in zo'n, l'eau, rock 'n' roll.
 */
function addApostrophes(text, x) {
  const latin = (i) => i >= 0 && i < text.length && BMP[text.charCodeAt(i)] <= C.latinext;
  for (let i = 0; i < text.length; i++) {
    if ((text[i] === "'" || text[i] === '’') && latin(i - 1) && latin(i + 1)) {
      const ending = text[i] === "'" ? /^(?:[sdmt]|ll|ve|re)/i.exec(text.slice(i + 1, i + 3)) : null;
      x[ending !== null && !latin(i + 1 + ending[0].length) ? C.contractions : C.apostrophes]++;
    }
  }
  return x;
}

/** Groups of classes that share a ratio to the o200k count. */
export const GROUPS = {
  latin: ['lower', 'upper', 'latin', 'latinext', 'words', 'camel'],
  cyrillic: ['cyrillic', 'cyrillicext'],
  greek: ['greek'],
  han: ['han'],
  kana: ['kana'],
  hangul: ['hangul'],
  arabic: ['arabic', 'arabicext'],
  hebrew: ['hebrew'],
  devanagari: ['devanagari'],
  bengali: ['bengali'],
  tamil: ['tamil'],
  dravidian: ['dravidian'],
  indic: ['indic'],
  thai: ['thai'],
  khmer: ['khmer'],
  myanmar: ['myanmar'],
  southeast: ['southeast'],
  letter: ['letter'],
  digit: ['digit', 'digitruns'],
  punct: ['punct', 'punctruns', 'cjkpunct', 'otherpunct'],
  symbol: ['symbol', 'emoji'],
  white: ['space', 'spaceruns', 'runspaces', 'newline', 'newlineruns', 'control'],
};
export const GROUP_NAMES = Object.keys(GROUPS);
export const GROUP_OF = FEATURES.map((name) => GROUP_NAMES.findIndex((group) => GROUPS[group].includes(name)));
