import { join } from 'node:path';
import type { Config } from '../../config.ts';
import type { FileStorage } from '../files.ts';
import { type JobFiles, jobFiles } from '../jobs/files.ts';
import { diskStore } from './disk.ts';
import { s3Store } from './s3.ts';

type Settings = Pick<Config, 'home' | 'fileLimit'> & Partial<Pick<Config, 's3' | 'scanner'>>;

/** Where uploaded content lies, as configured. */
export function openStorage({ home, fileLimit, s3, scanner }: Settings): FileStorage {
  const folder = join(home, 'files');
  return { folder, limit: fileLimit, store: s3 ? s3Store(s3) : diskStore(folder), ...(scanner ? { scanner } : {}) };
}

/** Where files of jobs lie, as configured: apart from what was uploaded to be kept. */
export function openJobFiles({ home, s3, scanner }: Omit<Settings, 'fileLimit'>): JobFiles {
  const folder = join(home, 'results');
  const store = s3 ? s3Store({ ...s3, prefix: `${s3.prefix}jobs/` }) : diskStore(folder);
  return jobFiles({ folder, store, limit: Number.POSITIVE_INFINITY }, scanner);
}
