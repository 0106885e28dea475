import type { RequestHandler, Response } from 'express';

/** Devices and sensors that no page of Kontor asks for. */
const unused =
  'accelerometer camera display-capture geolocation gyroscope hid magnetometer microphone midi payment serial usb';
const permissions = unused
  .split(' ')
  .map((feature) => `${feature}=()`)
  .join(', ');
const year = 31_536_000;

/**
 * What every answer says (OWASP secure headers): it is what it says it is, no other site may embed it or learn where somebody
 * came from; and, behind TLS, that there is no way without.
 */
export function secureHeaders(secure: boolean): RequestHandler {
  return (_request, response, next) => {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    if (secure) response.setHeader('Strict-Transport-Security', `max-age=${year}; includeSubDomains`);
    next();
  };
}

/** What pages say besides: no frames around them, a window of their own, no sensors. The policy of their content is theirs. */
export function pageHeaders(response: Response, policy: string): void {
  response.set({
    'Content-Security-Policy': policy,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Origin-Agent-Cluster': '?1',
    'Permissions-Policy': permissions,
    'X-Frame-Options': 'DENY',
  });
}
