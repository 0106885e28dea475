import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

/** A piece of DER: tag, length, content (ITU-T X.690). */
function der(tag: number, ...content: (Buffer | readonly number[])[]): Buffer {
  const inner = Buffer.concat(content.map((part) => Buffer.from(part as Buffer)));
  const { length } = inner;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), inner]);
}

const sequence = (...content: Buffer[]) => der(0x30, ...content);
/** `ecdsa-with-SHA256`, `commonName`, `basicConstraints`, `subjectAltName`. */
const oids = {
  ecdsa: [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02],
  name: [0x55, 0x04, 0x03],
  constraints: [0x55, 0x1d, 0x13],
  alternatives: [0x55, 0x1d, 0x11],
};
const oid = (name: keyof typeof oids) => der(0x06, oids[name]);
const time = (at: Date) => der(0x17, Buffer.from(`${at.toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`)); // YYMMDDhhmmssZ

const pem = (content: Buffer) =>
  `-----BEGIN CERTIFICATE-----\n${content.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;

/** A certificate that nobody but itself vouches for (RFC 5280), for a host name, with its key; valid for a day around `at`. */
export function selfSigned(host: string, at = new Date()): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const day = 86_400_000;
  const name = sequence(der(0x31, sequence(oid('name'), der(0x0c, Buffer.from(host)))));
  const authority = sequence(oid('constraints'), der(0x01, [0xff]), der(0x04, sequence(der(0x01, [0xff]))));
  const alternative = sequence(oid('alternatives'), der(0x04, sequence(der(0x82, Buffer.from(host)))));
  const body = sequence(
    der(0xa0, der(0x02, [2])),
    der(0x02, [1], randomBytes(8)),
    sequence(oid('ecdsa')),
    name,
    sequence(time(new Date(at.getTime() - day)), time(new Date(at.getTime() + day))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(authority, alternative)),
  );
  const signature = createSign('sha256').update(body).sign(privateKey);
  const certificate = sequence(body, sequence(oid('ecdsa')), der(0x03, [0], signature));
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert: pem(certificate) };
}
