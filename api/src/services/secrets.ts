import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Keys of the installation, derived from one master key for one purpose each. */
export interface Keys {
  readonly tickets: Buffer;
  /** Seals what known devices show when somebody signs in. */
  readonly devices: Buffer;
  readonly installation: string;
  encrypt(text: string): string;
  decrypt(text: string): string;
}

/** The master key: `KONTOR_SECRET`, or a random one kept in the installation's folder, readable by its owner only. */
export function openKeys(home: string, secret = process.env.KONTOR_SECRET): Keys {
  let master: Buffer;
  if (secret) {
    if (secret.length < 32) throw new Error('KONTOR_SECRET must have at least 32 characters.');
    master = createHash('sha256').update(secret).digest();
  } else {
    const file = join(home, 'master.key');
    if (!existsSync(file)) {
      mkdirSync(home, { recursive: true });
      try {
        writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
    }
    master = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  }
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `kontor ${purpose}`, 32));
  const data = derive('secrets');
  return {
    tickets: derive('tickets'),
    devices: derive('devices'),
    installation: derive('installation').toString('hex').slice(0, 8),
    /** AES-256-GCM; the text is `v1.` nonce, tag and content in base64url. */
    encrypt: (text) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', data, nonce);
      const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), content]).toString('base64url')}`;
    },
    decrypt: (text) => {
      const raw = Buffer.from(text.slice(3), 'base64url');
      const cipher = createDecipheriv('aes-256-gcm', data, raw.subarray(0, 12));
      cipher.setAuthTag(raw.subarray(12, 28));
      return Buffer.concat([cipher.update(raw.subarray(28)), cipher.final()]).toString('utf8');
    },
  };
}
