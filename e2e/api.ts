import { demo, type Served } from './kontor.ts';

/**
 * Kontor's API as a colleague uses it who sits elsewhere: an object is sent as JSON, a text as CSV; what is refused is thrown.
 * The token goes with what is asked in another way (the content of files).
 */
export interface Api {
  (method: string, path: string, body?: object | string): Promise<any>;
  readonly token: string;
}

/** Signs in to the API of a server. */
export async function apiOf({ url }: Pick<Served, 'url'>, user: typeof demo = demo): Promise<Api> {
  const send = async (token: string, method: string, path: string, body?: object | string) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        'Content-Type': typeof body === 'string' ? 'text/csv' : 'application/json',
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const told = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(told)}`);
    return told;
  };
  const { access_token: token } = await send('', 'POST', '/session', user);
  return Object.assign((method: string, path: string, body?: object | string) => send(token, method, path, body), {
    token,
  });
}
