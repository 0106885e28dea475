import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { keysOfEnvironment, keysOfFolder, type MasterKeys, versionOf } from './master_keys.ts';

/** Keys of the installation, derived from one master key for one purpose each. */
export interface Keys {
  readonly tickets: Buffer;
  /** Seals what known devices show when somebody signs in. */
  readonly devices: Buffer;
  readonly installation: string;
  encrypt(text: string): string;
  /** Throws for what none of the known keys has encrypted. */
  decrypt(text: string): string;
  /** What every text begins with that the current key has encrypted. */
  currentPrefix(): string;
  /** Are there keys that only decrypt? */
  hasPrevious(): boolean;
}

const algorithm = 'aes-256-gcm';

function open(data: Buffer, payload: string): string {
  const raw = Buffer.from(payload, 'base64url');
  // the last letter may have bits to spare: there is one way to write a text, and no other
  if (raw.toString('base64url') !== payload) throw new Error('not what was encrypted');
  const cipher = createDecipheriv(algorithm, data, raw.subarray(0, 12), { authTagLength: 16 });
  cipher.setAuthTag(raw.subarray(12, 28));
  return Buffer.concat([cipher.update(raw.subarray(28)), cipher.final()]).toString('utf8');
}

/**
 * The master key: `KONTOR_SECRET`, or a random one kept in the installation's folder. Previous keys go on decrypting until
 * they are dropped (`npm run secrets:rotate`). Keys of the folder that are changed under a running process are read again.
 */
export function openKeys(
  home: string,
  secret = process.env.KONTOR_SECRET,
  previous = process.env.KONTOR_SECRET_PREVIOUS,
): Keys {
  let masters: MasterKeys;
  let data = new Map<string, Buffer>();
  let version: string | undefined;
  const read = () => {
    if (version === (secret ? '' : versionOf(home))) return;
    masters = secret ? keysOfEnvironment(secret, previous) : keysOfFolder(home);
    version = secret ? '' : versionOf(home);
    data = new Map([masters.current, ...masters.previous].map(({ id, derive }) => [id, derive('secrets')]));
  };
  read();
  const { current } = masters!;
  return {
    tickets: current.derive('tickets'),
    devices: current.derive('devices'),
    installation: current.derive('installation').toString('hex').slice(0, 8),
    currentPrefix: () => {
      read();
      return `v2.${masters.current.id}.`;
    },
    hasPrevious: () => {
      read();
      return masters.previous.length > 0;
    },
    /** AES-256-GCM; the text is `v2.`, the id of the key, `.`, and nonce, tag and content in base64url. */
    encrypt: (text) => {
      read();
      const nonce = randomBytes(12);
      const cipher = createCipheriv(algorithm, data.get(masters.current.id)!, nonce, { authTagLength: 16 });
      const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `v2.${masters.current.id}.${Buffer.concat([nonce, cipher.getAuthTag(), content]).toString('base64url')}`;
    },
    decrypt: (text) => {
      const [format, id = '', payload = ''] = text.split('.');
      if (format === 'v2') {
        if (!data.has(id)) read();
        const key = data.get(id);
        if (!key) throw new Error(`no key ${id} to decrypt with`);
        return open(key, payload);
      }
      // of the first version, that named no key
      for (const key of data.values())
        try {
          return open(key, id);
        } catch {
          // of another key
        }
      throw new Error('none of the keys has encrypted this');
    },
  };
}
