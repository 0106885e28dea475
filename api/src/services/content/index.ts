import { join } from 'node:path';
import type { Config } from '../../config.ts';
import type { FileStorage } from '../files.ts';
import { diskStore } from './disk.ts';
import { s3Store } from './s3.ts';

/** Where uploaded content lies, as configured. */
export function openStorage({ home, fileLimit, s3 }: Pick<Config, 'home' | 'fileLimit' | 's3'>): FileStorage {
  const folder = join(home, 'files');
  return { folder, limit: fileLimit, store: s3 ? s3Store(s3) : diskStore(folder) };
}
