/** A file of JSON lines in pieces of whole lines: what is sent at once stays small, and what comes back can be read meanwhile. */
const PIECE = 256 * 1024;
const NEWLINE = 10;

/** @return pieces with the number of the line before their first, and the bytes up to their end */
export async function* pieces(file) {
  let held = [];
  let size = 0;
  let before = 0;
  let done = 0;
  for await (const chunk of chunks(file)) {
    held.push(chunk);
    size += chunk.length;
    done += chunk.length;
    const end = size < PIECE ? -1 : chunk.lastIndexOf(NEWLINE);
    if (end < 0) continue;
    const rest = chunk.subarray(end + 1);
    held.splice(-1, 1, chunk.subarray(0, end + 1));
    yield { blob: new Blob(held), before, done: done - rest.length };
    before += count(held);
    held = [rest];
    size = rest.length;
  }
  if (size > 0) yield { blob: new Blob(held), before, done };
}

async function* chunks(file) {
  const reader = file.stream().getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}

function count(parts) {
  let lines = 0;
  for (const part of parts) for (let at = part.indexOf(NEWLINE); at >= 0; at = part.indexOf(NEWLINE, at + 1)) lines++;
  return lines;
}

/** The JSON lines of an answer, as they come. */
export async function* answers(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split('\n');
    rest = lines.pop();
    for (const line of lines) if (line.trim()) yield JSON.parse(line);
  }
  if (rest.trim()) yield JSON.parse(rest);
}
