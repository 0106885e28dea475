import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A device can be known to so many accounts; the ones signed in last count. */
const mostAccounts = 8;

/** What a device shows: its name, and a tag for each account that was signed in on it. It tells nothing about the accounts. */
export interface KnownDevice {
  readonly name: string;
  readonly tags: readonly string[];
}

const mac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest('base64url');
const tagOf = (key: Buffer, device: string, account: string) =>
  mac(key, `account ${device} ${account.toLowerCase()}`).slice(0, 22);

/** The device that a cookie names; undefined for what was not sealed here. */
export function readDevice(key: Buffer, cookie: string | undefined): KnownDevice | undefined {
  if (!cookie || cookie.length > 500) return undefined;
  const end = cookie.lastIndexOf('.');
  const seal = Buffer.from(cookie.slice(end + 1));
  const right = Buffer.from(mac(key, `device ${cookie.slice(0, end)}`));
  if (seal.length !== right.length || !timingSafeEqual(seal, right)) return undefined;
  const [name = '', ...tags] = cookie.slice(0, end).split('.');
  return { name, tags };
}

/** Was this account signed in on this device? */
export const knows = (key: Buffer, device: KnownDevice | undefined, account: string): boolean =>
  device?.tags.includes(tagOf(key, device.name, account)) ?? false;

/** The cookie of a device on which an account has signed in just now. */
export function sealDevice(key: Buffer, device: KnownDevice | undefined, account: string): string {
  const name = device?.name ?? randomBytes(16).toString('base64url');
  const tag = tagOf(key, name, account);
  const tags = [tag, ...(device?.tags ?? []).filter((other) => other !== tag)].slice(0, mostAccounts);
  const text = [name, ...tags].join('.');
  return `${text}.${mac(key, `device ${text}`)}`;
}
