/**
 * The request in what a person has at hand: a curl command, or a call of an SDK in Python or JavaScript. Literals are
 * read, nothing is run; what isn't a literal (a variable, a function) makes the reading give up, and the text stays text.
 */
const MEANT = ['messages', 'contents', 'input', 'prompt', 'inputs', 'documents'];

export function requestIn(text) {
  if (/^\s*[{[]/.test(text)) return null;
  const command = /(?:^|[\s$>])curl\s/.test(text);
  for (const body of command ? data(text) : calls(text)) {
    if (body && MEANT.some(name => name in body)) return { kind: command ? 'a_command' : 'a_snippet', body: JSON.stringify(body, null, 2) };
  }
  return null;
}

/** What a curl command sends: quoted for a shell, or after `<<EOF`. */
function* data(text) {
  for (const match of text.matchAll(/(?:-d|--data(?:-raw|-binary|-ascii)?|--json)[\s=]*\$?(?:'((?:[^']|'\\'')*)'|"((?:[^"\\]|\\[\s\S])*)")/g)) {
    yield json(match[1] !== undefined ? match[1].replaceAll("'\\''", "'") : match[2].replace(/\\(["\\$`])/g, '$1').replace(/\\\n/g, ''));
  }
  for (const match of text.matchAll(/<<-?\s*['"]?(\w+)['"]?\n([\s\S]*?)\n\s*\1/g)) yield json(match[2]);
}

function json(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function* calls(text) {
  for (const match of text.matchAll(/\.(?:create|parse|stream|generate_content|generateContent|embed|chat|invoke)\s*\(/g)) {
    try {
      yield new Literals(text, match.index + match[0].length).arguments();
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
}

const WORDS = { true: true, True: true, false: false, False: false, null: null, None: null, undefined: null };
const ESCAPES = { n: '\n', t: '\t', r: '\r' };

class Literals {
  constructor(text, at) {
    this.text = text;
    this.at = at;
  }

  /** Python's named arguments, or the one object of JavaScript. */
  arguments() {
    const named = {};
    while (!this.take(')')) {
      if (this.peek() === '{') return this.value();
      named[this.word()] = (this.need('='), this.value());
      this.take(',');
    }
    return named;
  }

  value() {
    const next = this.peek();
    if (next === '{') return this.object();
    if (next === '[' || next === '(') return this.list(next === '[' ? ']' : ')');
    if (/["'`]/.test(next)) return this.strings();
    const found = /^-?\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?/i.exec(this.text.slice(this.at, this.at + 40));
    if (found) {
      this.at += found[0].length;
      return Number(found[0].replaceAll('_', ''));
    }
    const word = this.word();
    if (word in WORDS) return WORDS[word];
    throw new SyntaxError(word);
  }

  object() {
    const result = {};
    this.need('{');
    while (!this.take('}')) {
      const key = /["']/.test(this.peek()) ? this.strings() : this.word();
      this.need(':');
      result[key] = this.value();
      this.take(',');
    }
    return result;
  }

  list(end) {
    const result = [];
    this.at++;
    while (!this.take(end)) {
      result.push(this.value());
      this.take(',');
    }
    return result;
  }

  /** Neighbours are one string in Python; `+` joins them in both. */
  strings() {
    let result = this.string();
    while (/["']/.test(this.peek()) || this.take('+')) result += this.string();
    return result;
  }

  string() {
    const first = this.peek();
    if (!/["'`]/.test(first)) throw new SyntaxError(first);
    const mark = this.text.startsWith(first.repeat(3), this.at) ? first.repeat(3) : first;
    let result = '';
    for (this.at += mark.length; !this.text.startsWith(mark, this.at); this.at++) {
      if (this.at >= this.text.length || this.text.startsWith('${', this.at) && mark === '`') throw new SyntaxError('string');
      if (this.text[this.at] !== '\\') result += this.text[this.at];
      else result += ESCAPES[this.text[++this.at]] ?? (this.text[this.at] === '\n' ? '' : this.text[this.at]);
    }
    this.at += mark.length;
    return result;
  }

  peek() {
    const space = /^(?:\s|#[^\n]*|\/\/[^\n]*)*/.exec(this.text.slice(this.at));
    this.at += space[0].length;
    if (this.at >= this.text.length) throw new SyntaxError('end');
    return this.text[this.at];
  }

  take(mark) {
    if (this.peek() !== mark) return false;
    this.at++;
    return true;
  }

  need(mark) {
    if (!this.take(mark)) throw new SyntaxError(`${mark} expected`);
  }

  word() {
    this.peek();
    const found = /^[A-Za-z_]\w*/.exec(this.text.slice(this.at, this.at + 80));
    if (!found) throw new SyntaxError('word expected');
    this.at += found[0].length;
    return found[0];
  }
}
