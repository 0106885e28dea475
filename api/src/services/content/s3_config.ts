/** Where content lies in a store that speaks S3. */
export interface S3Config {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  readonly region: string;
  readonly bucket: string;
  /** Before the names of all content: empty, or with a slash at its end. */
  readonly prefix: string;
  readonly keyId: string;
  readonly secret: string;
}

const sentence =
  'KONTOR_S3_URL must be an address like https://key-id:secret@s3.example.de/bucket?region=eu-central-1.';

/**
 * Reads `KONTOR_S3_URL`: `https://key-id:secret@host[:port]/bucket[/prefix]?region=…`; `http://` only to this machine. Signs
 * with special meaning in addresses are written as `%2F` and so on. Throws a sentence for what can not be used.
 */
export function readS3(address: string | undefined): S3Config | undefined {
  if (!address) return undefined;
  if (!URL.canParse(address)) throw new Error(sentence);
  const url = new URL(address);
  const [bucket, ...rest] = url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
  const tls = url.protocol === 'https:';
  if (!['https:', 'http:'].includes(url.protocol) || !bucket || !url.username || !url.password)
    throw new Error(sentence);
  if (!tls && !/^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname))
    throw new Error('KONTOR_S3_URL must begin with https:// unless the store is on this machine.');
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (tls ? 443 : 80),
    tls,
    region: url.searchParams.get('region') || 'us-east-1',
    bucket,
    prefix: rest.length ? `${rest.join('/')}/` : '',
    keyId: decodeURIComponent(url.username),
    secret: decodeURIComponent(url.password),
  };
}
