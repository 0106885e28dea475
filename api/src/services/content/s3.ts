import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { PublicError } from '@kontor/shared';
import type { Client } from 'minio';
import type { S3Config } from './s3_config.ts';
import { type ContentStore, isChecksum, placeOf } from './store.ts';

/** Content goes in one piece: its size and checksum are known before. This is the most that S3 takes so. */
const largestPart = 5 * 1024 ** 3;

interface Told {
  readonly name?: string;
  readonly code?: string;
}
interface Listed {
  readonly name?: string;
  readonly size: number;
  readonly lastModified: Date;
}
const isMissing = (error: unknown): boolean => ['NotFound', 'NoSuchKey'].includes((error as Told).code ?? '');
/** What the store refuses is a mistake of the configuration; that it does not answer passes. */
const told = (error: unknown): unknown =>
  (error as Told).name === 'S3Error' ? error : new PublicError('store_unavailable');

/** Content in a bucket of a store that speaks S3, under the same names as on the local disk. */
export function s3Store({ host, port, tls, region, bucket, prefix, keyId, secret }: S3Config): ContentStore {
  let opened: Promise<Client> | undefined;
  // loaded when it is needed: who keeps content on the disk does not pay for it
  const client = () => {
    opened ??= import('minio').then(
      (minio) =>
        new minio.Client({
          endPoint: host,
          port,
          useSSL: tls,
          region,
          pathStyle: true,
          accessKey: keyId,
          secretKey: secret,
          partSize: largestPart,
        }),
    );
    return opened;
  };
  const at = (sha256: string) => `${prefix}${placeOf(sha256)}`;
  const held = async (sha256: string): Promise<number | undefined> => {
    try {
      return (await (await client()).statObject(bucket, at(sha256))).size;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw told(error);
    }
  };
  return {
    keep: async (sha256, path) => {
      const { size } = await stat(path);
      if ((await held(sha256)) === size) return;
      try {
        await (await client()).putObject(bucket, at(sha256), createReadStream(path), size);
      } catch (error) {
        throw told(error);
      }
    },
    open: async (sha256, range) => {
      try {
        const s3 = await client();
        return range
          ? await s3.getPartialObject(bucket, at(sha256), range.start, range.end - range.start + 1)
          : await s3.getObject(bucket, at(sha256));
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw told(error);
      }
    },
    remove: async (sha256) => {
      try {
        await (await client()).removeObject(bucket, at(sha256));
      } catch (error) {
        if (!isMissing(error)) throw told(error);
      }
    },
    list: async function* () {
      const names = (await client()).listObjectsV2(bucket, prefix, true);
      for await (const { name = '', size, lastModified } of names as AsyncIterable<Listed>) {
        const sha256 = name.split('/').at(-1) ?? '';
        if (isChecksum(sha256) && name === at(sha256)) yield { sha256, size, since: lastModified };
      }
    },
  };
}
