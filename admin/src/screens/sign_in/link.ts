import { httpClient } from '../../providers/httpClient.ts';
import { apiUrl } from '../../providers/session.ts';

/** What a link from a mail is good for. */
export interface Link {
  readonly state: 'open' | 'used' | 'replaced' | 'expired' | 'unknown';
  readonly purpose?: 'invite' | 'reset';
  /** Whose it is; only while it is open. */
  readonly name?: string;
  readonly email?: string;
  readonly language?: 'de' | 'en';
}

const post = async <T>(path: string, body: object): Promise<T> =>
  (await httpClient<T>(`${apiUrl}/session/entry/${path}`, { method: 'POST', body: JSON.stringify(body) })).json;

export const lookUpLink = (token: string): Promise<Link> =>
  token ? post<Link>('link', { token }) : Promise.resolve({ state: 'unknown' });
export const setPassword = (token: string, password: string): Promise<{ readonly email: string }> =>
  post('password', { token, password });
export const askForLink = (email: string): Promise<object> => post('forgotten', { email });
export const changePassword = (current: string, password: string): Promise<unknown> =>
  post('own-password', { current, password });
