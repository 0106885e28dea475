import { generateSecret, generateURI, verifySync } from 'otplib';
import { toString as qrCode } from 'qrcode';

/** Seconds of a time step (RFC 6238). Clocks may be one step apart. */
const period = 30;

/** A new secret of 160 bits in base32, as RFC 4226 recommends. */
export const newSecret = (): string => generateSecret({ length: 20 });

/**
 * The time step whose code this is, one step early or late at most; undefined for a wrong code.
 * @param now seconds since 1970
 */
export function stepOf(secret: string, code: string, now = Date.now() / 1000): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const found = verifySync({ secret, token: code, epoch: Math.floor(now), epochTolerance: period, period });
  return found.valid && 'epoch' in found ? Math.floor(found.epoch / period) : undefined;
}

/** What an authenticator app reads: the address in the QR code. */
export const appAddress = (secret: string, account: string, issuer: string): string =>
  generateURI({ secret, label: account, issuer });

/** The address as a picture, dark on white with a margin: cameras do not read it the other way round. */
export async function picture(address: string): Promise<string> {
  const svg = await qrCode(address, { type: 'svg', margin: 3, errorCorrectionLevel: 'M' });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
