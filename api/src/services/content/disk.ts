import { access, constants, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type ContentStore, isChecksum, placeOf } from './store.ts';

/** Content in a folder of the local disk. */
export function diskStore(folder: string): ContentStore {
  const at = (sha256: string) => join(folder, placeOf(sha256));
  return {
    keep: async (sha256, path) => {
      const place = at(sha256);
      const known = await access(place, constants.R_OK).then(
        () => true,
        () => false,
      );
      if (known) return;
      await mkdir(dirname(place), { recursive: true });
      await rename(path, place);
    },
    open: async (sha256, range) => {
      try {
        // opened before the answer begins, so that what is missing can still be told
        const file = await open(at(sha256), 'r');
        return file.createReadStream({ ...range });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    remove: (sha256) => rm(at(sha256), { force: true }),
    list: async function* () {
      const entries = await opendir(folder, { recursive: true }).catch(() => []);
      for await (const entry of entries) {
        const path = join(entry.parentPath, entry.name);
        if (!entry.isFile() || !isChecksum(entry.name) || path !== at(basename(path))) continue;
        const { size, mtime } = await stat(path);
        yield { sha256: entry.name, size, since: mtime };
      }
    },
  };
}
