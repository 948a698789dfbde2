/** What the service remarks on an estimate or a plan: a word in the page's language, then its own text, which is English. */
import { el } from './dom.js';
import { has, language, t } from './i18n.js';

const title = note => has(`note_${note.code}`) ? `${t(`note_${note.code}`)}${language === 'zh' ? '：' : ': '}` : '';

export const remark = note => [el('b', {}, title(note)), el('span', { lang: 'en' }, note.text)];

export const remarkText = note => title(note) + note.text;
