import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { delayAfter } from '../services/attempts.ts';
import { type Answer, startTestKontor, type TestKontor } from '../testing/harness.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor();
});
afterAll(() => kontor.stop());

const right = 'ein sehr langes Testpasswort';
let hosts = 0;
/** An address that nobody used before. */
const anywhere = () => `198.51.${Math.floor(++hosts / 250)}.${(hosts % 250) + 1}`;

/** Signs in from an address (a proxy on this machine tells it), perhaps on a device that shows its cookie. */
const attempt = (email: string, password: string, address: string, device?: string): Promise<Answer> =>
  kontor.anonymous(
    'POST',
    '/session',
    { email, password },
    {
      'X-Forwarded-For': address,
      ...(device ? { Cookie: device } : {}),
    },
  );
const deviceOf = (answer: Answer) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0]!)
    .find((cookie) => cookie.startsWith('kontor_device_'));

/** Somebody to attack. */
async function victim(): Promise<string> {
  const { id } = await kontor.as(['employee']);
  return `${id}@example.de`;
}

/** Guesses until told to wait; how many guesses there were. */
async function guess(email: string, address: () => string, most = 80, device?: string): Promise<[number, Answer]> {
  for (let n = 0; ; n++) {
    const answer = await attempt(email, `falsch ${n}`, address(), device);
    if (answer.status === 429 || n === most) return [n, answer];
    expect(answer.status).toBe(401);
  }
}

/** Lets time pass: what waits for less than so many seconds is over. */
const pass = (seconds: number) =>
  kontor.owner.query("UPDATE rate_limits SET expire = expire - $1 WHERE key LIKE 'delay:%'", [seconds * 1000]);

/** As if strangers had failed so many times with every account, or from every address, that somebody failed with. */
const failedBefore = (kind: 'account' | 'address', times: number) =>
  kontor.owner.query('UPDATE rate_limits SET points = $1 WHERE key LIKE $2', [times, `failures:${kind}:%`]);

/** Strangers from everywhere have just failed too often with an account. */
async function besiege(email: string): Promise<void> {
  await attempt(email, 'falsch', anywhere());
  await failedBefore('account', 49);
  expect((await guess(email, anywhere))[0]).toBe(1);
}

test('delays grow from ten seconds to their bound', () => {
  const grown = [4, 5, 6, 7, 20, 1e6].map((failures) => delayAfter(failures, { free: 5, longest: 900 }));
  expect(grown).toEqual([0, 10, 20, 40, 900, 900]);
});

describe('one address that guesses at one account', () => {
  test('waits after five failures, longer each time, and the right password does not help meanwhile', async () => {
    const email = await victim();
    const here = anywhere();
    const [failures, refused] = await guess(email, () => here);
    expect(failures).toBe(5);
    expect(refused.body).toMatchObject({ code: 'too_many_requests', status: 429, retry_after: 10 });
    expect(refused.headers.get('retry-after')).toBe('10');
    expect((await attempt(email, right, here)).status).toBe(429);
    await pass(11);
    expect((await attempt(email, 'falsch', here)).status).toBe(401);
    expect((await attempt(email, 'falsch', here)).body.retry_after).toBe(20);
    expect((await attempt(email.toUpperCase(), 'falsch', here)).status).toBe(429);
  });

  test('gets no more guesses by sending them all at once', async () => {
    const email = await victim();
    const here = anywhere();
    const answers = await Promise.all(Array.from({ length: 60 }, (_, n) => attempt(email, `falsch ${n}`, here)));
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(6); // two are checked at once
    expect(answers.filter(({ status }) => status !== 401 && status !== 429)).toEqual([]);
  });

  test('is told the same of an account that does not exist', async () => {
    const here = anywhere();
    const [failures, refused] = await guess('niemand@example.de', () => here);
    expect([failures, refused.body.retry_after]).toEqual([5, 10]);
    const known = await guess(await victim(), () => anywhere().replace(/\d+$/, '7'), 0);
    expect(Object.keys(known[1].body)).toEqual(Object.keys((await attempt('nie@example.de', 'x', anywhere())).body));
  });

  test('begins anew after a success', async () => {
    const email = await victim();
    const here = anywhere();
    for (let n = 0; n < 4; n++) await attempt(email, 'falsch', here);
    expect((await attempt(email, right, here)).status).toBe(200);
    expect((await guess(email, () => here))[0]).toBe(5);
  });
});

describe('nobody is locked out by others', () => {
  test('on a device where the account was signed in, whatever strangers do, at the same address too', async () => {
    const email = await victim();
    const home = anywhere();
    const device = deviceOf(await attempt(email, right, home))!;
    await guess(email, () => home);
    await besiege(email);
    expect((await attempt(email, right, home)).status).toBe(429);
    expect((await attempt(email, right, home, device)).status).toBe(200);
    expect((await attempt(email, right, anywhere(), device)).status).toBe(200);
  });

  test('but the device itself is not free to guess', async () => {
    const email = await victim();
    const device = deviceOf(await attempt(email, right, anywhere()))!;
    expect((await guess(email, anywhere, 80, device))[0]).toBe(5);
    // and its delay holds nobody else up
    expect((await attempt(email, right, anywhere())).status).toBe(200);
  });

  test('at another address, by few strangers', async () => {
    const email = await victim();
    const stranger = anywhere();
    await guess(email, () => stranger);
    expect((await attempt(email, right, anywhere())).status).toBe(200);
  });

  test('for long, by strangers from everywhere', async () => {
    const email = await victim();
    const [failures, refused] = await guess(email, anywhere);
    expect(failures).toBe(50);
    for (let n = 0; n < 4; n++) {
      await pass(61);
      await attempt(email, 'falsch', anywhere());
    }
    const { body } = await attempt(email, right, anywhere());
    expect(body.retry_after).toBeGreaterThan(50);
    expect(body.retry_after).toBeLessThanOrEqual(60);
    expect(refused.status).toBe(429);
  });

  test('a device counts for the accounts that were signed in on it, and can not be made up', async () => {
    const [mine, other] = [await victim(), await victim()];
    const here = anywhere();
    const cookie = deviceOf(await attempt(mine, right, here))!;
    const both = deviceOf(await attempt(other, right, here, cookie))!;
    await besiege(mine);
    await besiege(other);
    expect((await attempt(other, right, anywhere(), cookie)).status).toBe(429);
    expect((await attempt(other, right, anywhere(), both)).status).toBe(200);
    expect((await attempt(mine, right, anywhere(), both)).status).toBe(200);
    const [name, value] = both.split('=') as [string, string];
    const [device, first, second, seal] = value.split('.');
    const foreign = deviceOf(await attempt(await victim(), right, anywhere()))!.split('=')[1]!;
    for (const forged of [
      `${device}.${first}.${second}`,
      `${device}.${first}.${second}.`,
      `${device}.${first}.${seal}`,
      `${foreign.split('.')[0]}.${first}.${second}.${seal}`,
      foreign,
      '',
      'a.b',
      '.',
      'x'.repeat(3000),
    ]) {
      const { status } = await attempt(mine, right, anywhere(), `${name}=${forged}`);
      expect([forged, status]).toEqual([forged, 429]);
    }
  });

  test('the cookie of a device is out of reach of scripts and other sites and names nobody', async () => {
    const email = await victim();
    const answer = await attempt(email, right, anywhere());
    const cookie = answer.headers.getSetCookie().find((c) => c.startsWith('kontor_device_'))!;
    expect(cookie).toMatch(/; Path=\/api\/v1\/session; .*HttpOnly; SameSite=Strict$/);
    expect(Buffer.from(cookie, 'base64url').toString('latin1')).not.toContain(email);
    expect(cookie).not.toContain(email.slice(0, 8));
  });
});

describe('one address that tries many accounts', () => {
  test('waits after thirty failures, for all of them; others and known devices do not', async () => {
    const email = await victim();
    const device = deviceOf(await attempt(email, right, anywhere()))!;
    const here = anywhere();
    let tried = 0;
    for (; tried < 60; tried++)
      if ((await attempt(`konto${tried}@example.de`, 'Sommer2026!', here)).status === 429) break;
    expect(tried).toBe(30);
    expect((await attempt(email, right, here)).status).toBe(429);
    expect((await attempt(email, right, here, device)).status).toBe(200);
    expect((await attempt(email, right, anywhere())).status).toBe(200);
  });

  test('does not get around it by the address of a proxy that is none of ours, nor by those of its own network', async () => {
    const here = anywhere();
    const tries = async (address: (n: number) => string) => {
      await attempt('weg@example.de', 'x', address(0));
      await failedBefore('address', 28);
      for (let n = 1; n < 10; n++) if ((await attempt(`weg${n}@example.de`, 'x', address(n))).status === 429) return n;
      return undefined;
    };
    expect(await tries((n) => `203.0.113.${n}, ${here}`)).toBe(3);
    expect(await tries((n) => `2001:db8:1:2::${n.toString(16)}`)).toBe(3);
    expect((await attempt('sechs@example.de', 'x', '2001:db8:1:3::1')).status).toBe(401);
  });
});
