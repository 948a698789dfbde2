/**
 * The number of pages of a PDF, without reading the document: page objects are counted, those in compressed object
 * streams too, and compared with what the tree of pages says of itself.
 */
const MOST = 128 * 1024 * 1024;

/** The number as text; null if it can't be told with certainty. */
export async function pdfPages(file) {
  if (file.size > MOST) return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = new TextDecoder('latin1').decode(bytes);
  if (!text.slice(0, 1024).includes('%PDF-')) return null;
  const found = tally(text);
  for (const object of text.matchAll(/<<(?:[^<>]|<<[^<>]*>>)*\/Type\s*\/ObjStm(?:[^<>]|<<[^<>]*>>)*>>\s*stream\r?\n/g)) {
    if (!/\/FlateDecode/.test(object[0])) return null;
    const start = object.index + object[0].length;
    const end = text.indexOf('endstream', start);
    const inner = tally(await inflate(bytes.subarray(start, end)));
    found.pages += inner.pages;
    found.counts.push(...inner.counts);
  }
  if (/\/Encrypt\s+\d+\s+\d+\s+R/.test(text) && found.counts.length === 0) return null;
  const root = Math.max(0, ...found.counts);
  // A document that was changed and saved again may hold old pages besides; the tree knows which of them count.
  return root > 0 && root <= Math.max(found.pages, 1) ? String(root) : found.pages > 0 && root === 0 ? String(found.pages) : null;
}

function tally(text) {
  const pages = text.match(/\/Type\s*\/Page(?![a-zA-Z])/g)?.length ?? 0;
  const counts = [...text.matchAll(/<<(?:[^<>]|<<[^<>]*>>)*\/Type\s*\/Pages(?![a-zA-Z])(?:[^<>]|<<[^<>]*>>)*>>/g)]
    .map(node => Number(/\/Count\s+(\d+)/.exec(node[0])?.[1] ?? 0));
  return { pages, counts };
}

async function inflate(bytes) {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  const parts = [];
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) parts.push(part.value);
  } catch {
    // White space behind the data ends the stream with an error, after everything was read.
  }
  return new TextDecoder('latin1').decode(await new Blob(parts).arrayBuffer());
}
