import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { pemOf } from './pem.ts';

test('a key is read as it was pasted: with its lines, without them, or with spaces in their place', () => {
  for (const type of ['pkcs8', 'pkcs1'] as const) {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type, format: 'pem' }).toString();
    for (const pasted of [
      pem,
      pem.replaceAll('\n', ''),
      pem.replaceAll('\n', ' '),
      pem.replaceAll('\n', '\r\n'),
      `\n${pem}\n`,
    ])
      expect(createPrivateKey(pemOf(pasted)).equals(privateKey)).toBe(true);
  }
});

test('what is no key stays as it is', () => {
  for (const text of [
    '',
    'geheim',
    '-----BEGIN PRIVATE KEY-----',
    '-----BEGIN X-----\nProc-Type: 4\n\nAAAA\n-----END X-----',
  ])
    expect(pemOf(text)).toBe(text);
});
