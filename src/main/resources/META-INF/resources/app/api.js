/** The service, as everybody else sees it. */

/** An answer that isn't a result: RFC 9457's fields, or only a status if the service could not say more. */
export class Problem extends Error {
  constructor(status, body = {}, retryAfter = null) {
    super(body.detail ?? body.title ?? String(status));
    Object.assign(this, { status, code: body.code, hint: body.hint, pointer: body.pointer, errors: body.errors ?? [],
      suggestions: body.suggestions ?? [], retryAfter });
  }

  /** No service there, or one that is broken: trying again may help, changing the input won't. */
  get down() {
    return this.status === 0 || this.status >= 500 || this.status === 429;
  }
}

export async function send(path, { query = new URLSearchParams(), body, type = 'text/plain;charset=utf-8', method = 'POST', signal, accept } = {}) {
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
