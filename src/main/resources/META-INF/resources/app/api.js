/** The service, as everybody else sees it. */

/** An answer that isn't a result: RFC 9457's fields, or only a status if the service could not say more. */
export class Problem extends Error {
  constructor(status, body = {}, retryAfter = null) {
    super(body.detail ?? body.title ?? String(status));
    Object.assign(this, { status, code: body.code, hint: body.hint, pointer: body.pointer, errors: body.errors ?? [],
      suggestions: body.suggestions ?? [], retryAfter });
  }

  get busy() {
    return this.status === 503 || this.status === 429;
  }

  /** No service there, or one that is broken: trying again may help, changing the input won't. */
  get down() {
    return this.status === 0 || this.status >= 500 || this.status === 429;
  }
}

const TRIES = 4;
const MOST_SECONDS = 5;

/** A service that is only busy is asked again, when it says. */
export async function send(path, options = {}) {
  for (let left = TRIES; ; left--) {
    try {
      return await once(path, options);
    } catch (problem) {
      if (!(problem instanceof Problem && problem.busy) || left <= 1) throw problem;
      await pause(Math.min(MOST_SECONDS, Number(problem.retryAfter) || 1) * 1000, options.signal);
    }
  }
}

function pause(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    }, { once: true });
  });
}

async function once(path, { query = new URLSearchParams(), body, type = 'text/plain;charset=utf-8', method = 'POST', signal, accept } = {}) {
  const words = query.toString();
  let answer;
  try {
    answer = await fetch(words ? `${path}?${words}` : path, { method, signal, body: method === 'POST' ? body ?? '' : undefined,
      headers: { Accept: accept ?? 'application/json', ...(method === 'POST' ? { 'Content-Type': type } : {}) } });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Problem(0);
  }
  if (!answer.ok) {
    const detail = await answer.json().catch(() => ({}));
    throw new Problem(answer.status, detail, answer.headers.get('Retry-After'));
  }
  return answer;
}

/** Sends a file of any size and tells how far it has got, which `fetch` can't. */
export function upload(path, { query, body, type, signal, progress }) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const said = () => {
      try {
        return JSON.parse(request.responseText);
      } catch {
        return {};
      }
    };
    request.open('POST', `${path}?${query}`);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Content-Type', type);
    request.upload.onprogress = event => event.lengthComputable && progress(event.loaded / event.total);
    request.onload = () => request.status === 200 ? resolve(said()) : reject(new Problem(request.status, said(), request.getResponseHeader('Retry-After')));
    request.onerror = () => reject(new Problem(0));
    request.onabort = () => reject(new DOMException('', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(body);
  });
}

export const ask = async (path, options) => (await send(path, options)).json();

/** Runs one request at a time: a newer one aborts the older, whose answer is never seen. */
export function latest() {
  let running = null;
  return async work => {
    running?.abort();
    const mine = running = new AbortController();
    try {
      const result = await work(mine.signal);
      return running === mine ? result : undefined;
    } catch (error) {
      if (error.name === 'AbortError' || running !== mine) return undefined;
      throw error;
    }
  };
}
