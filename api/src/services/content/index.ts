import { join } from 'node:path';
import type { Config } from '../../config.ts';
import type { FileStorage } from '../files.ts';
import { diskStore } from './disk.ts';

/** Where uploaded content lies, as configured. */
export function openStorage({ home, fileLimit }: Pick<Config, 'home' | 'fileLimit'>): FileStorage {
  const folder = join(home, 'files');
  return { folder, limit: fileLimit, store: diskStore(folder) };
}
