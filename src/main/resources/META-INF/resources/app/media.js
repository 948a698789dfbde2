/** Sizes of files, measured here: an image's pixels, a recording's seconds, a document's pages. The files stay in the browser. */
import { pdfPages } from './pdf.js';

const PATIENCE = 10_000;

/** The API's word for a file and its value; no value where the browser can't tell. */
export async function measure(file) {
  const kind = kindOf(file);
  if (kind === null) return null;
  const value = await Promise.race([measurers[kind](file).catch(() => null), new Promise(done => setTimeout(done, PATIENCE, null))]);
  return { kind, name: file.name, value };
}

function kindOf(file) {
  if (file.type.startsWith('image/') || /\.(heic|heif|avif|tiff?)$/i.test(file.name)) return 'image';
  if (file.type.startsWith('audio/')) return 'audio';
  if (file.type.startsWith('video/')) return 'video';
  return file.type === 'application/pdf' || /\.pdf$/i.test(file.name) ? 'pages' : null;
}

const measurers = { image, audio: file => duration(file, 'audio'), video: file => duration(file, 'video'), pages: pdfPages };

async function image(file) {
  if (file.type === 'image/svg+xml') return null;
  const bitmap = await createImageBitmap(file, { imageOrientation: 'none' });
  const size = `${bitmap.width}x${bitmap.height}`;
  bitmap.close();
  return size;
}

function duration(file, kind) {
  const player = document.createElement(kind);
  const address = URL.createObjectURL(file);
  return new Promise((resolve, reject) => {
    player.preload = 'metadata';
    player.onerror = () => reject(new Error('unreadable'));
    player.onloadedmetadata = () => {
      if (Number.isFinite(player.duration)) resolve(seconds(player.duration));
      else player.currentTime = Number.MAX_SAFE_INTEGER; // A recording without a length tells it once it is sought to its end.
    };
    player.ondurationchange = () => Number.isFinite(player.duration) && player.duration > 0 && resolve(seconds(player.duration));
    player.src = address;
  }).finally(() => {
    player.removeAttribute('src');
    URL.revokeObjectURL(address);
  });
}

const seconds = value => `${Math.ceil(value * 1000) / 1000}s`;

/** What may stand in the field of a medium that could not be measured. */
export const FORMS = { image: /^\d{1,6}x\d{1,6}$/, audio: /^\d+(\.\d{1,3})?s$/, video: /^\d+(\.\d{1,3})?s(@\d+(\.\d+)?fps)?$/, pages: /^[1-9]\d{0,5}$/ };
export const SAMPLES = { image: '1024x768', audio: '90s', video: '60s@1fps', pages: '12' };

/** Lets a person leave the unit out. */
export function tidy(kind, text) {
  const value = text.trim().toLowerCase().replace(/[×х*]/g, 'x').replace(/\s+/g, '');
  return (kind === 'audio' || kind === 'video') && /^\d+(\.\d+)?$/.test(value) ? value + 's' : value;
}
