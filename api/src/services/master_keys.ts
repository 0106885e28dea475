import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A master key with its public name. */
export interface MasterKey {
  /** Eight hexadecimal digits that tell keys apart, and nothing of the key. */
  readonly id: string;
  readonly derive: (purpose: string) => Buffer;
}

/** The key that encrypts, and those that still decrypt. */
export interface MasterKeys {
  readonly current: MasterKey;
  readonly previous: readonly MasterKey[];
}

const fewest = 32;
const place = (home: string) => join(home, 'master.key');
const placeOfPrevious = (home: string) => join(home, 'master.key.previous');

function keyOf(master: Buffer): MasterKey {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `kontor ${purpose}`, 32));
  return { id: derive('key id').toString('hex').slice(0, 8), derive };
}

function fromSecret(name: string, secret: string): MasterKey {
  if (secret.length < fewest) throw new Error(`${name} must have at least ${fewest} characters.`);
  return keyOf(createHash('sha256').update(secret).digest());
}

const keysIn = (file: string): MasterKey[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split(/\s+/)
        .filter(Boolean)
        .map((line) => keyOf(Buffer.from(line, 'hex')))
    : [];

const others = (current: MasterKey, keys: readonly MasterKey[]) => keys.filter(({ id }) => id !== current.id);

/** From the environment: `KONTOR_SECRET`, and earlier ones in `KONTOR_SECRET_PREVIOUS`, separated by spaces. */
export const keysOfEnvironment = (secret: string, previous = ''): MasterKeys => {
  const current = fromSecret('KONTOR_SECRET', secret);
  const earlier = previous.split(/\s+/).filter(Boolean);
  return {
    current,
    previous: others(
      current,
      earlier.map((text) => fromSecret('KONTOR_SECRET_PREVIOUS', text)),
    ),
  };
};

/** From the installation's folder, where a random key is made when there is none; readable by its owner only. */
export function keysOfFolder(home: string): MasterKeys {
  const file = place(home);
  if (!existsSync(file)) {
    mkdirSync(home, { recursive: true });
    try {
      writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  const [current] = keysIn(file);
  if (!current) throw new Error(`${file} holds no key.`);
  return { current, previous: others(current, keysIn(placeOfPrevious(home))) };
}

/** Differs once the folder's key was replaced, for those who keep it in memory (a new file is another one, however quick). */
export function versionOf(home: string): string {
  const found = statSync(place(home), { throwIfNoEntry: false });
  return found ? `${found.ino} ${found.mtimeMs}` : '';
}

/** Makes a new current key; the one before it is kept, first of all, among the previous ones. */
export function replaceKey(home: string): void {
  const [old, earlier] = [place(home), placeOfPrevious(home)].map((file) =>
    existsSync(file) ? readFileSync(file, 'utf8').trim() : '',
  );
  writeFileSync(placeOfPrevious(home), `${[old, earlier].filter(Boolean).join('\n')}\n`, { mode: 0o600 });
  writeFileSync(`${place(home)}.new`, randomBytes(32).toString('hex'), { mode: 0o600 });
  renameSync(`${place(home)}.new`, place(home));
}

/** Forgets the previous keys of the folder. */
export const dropPrevious = (home: string): void => rmSync(placeOfPrevious(home), { force: true });
