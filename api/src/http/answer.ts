import compression from 'compression';
import type { RequestHandler, Response } from 'express';
import { enterRead } from './access_log.ts';

/** Shorter answers cost more to pack than to send. */
const worthPacking = 1500;

/** Packs what streams and files send, where the client takes it and it is long enough. */
export const packed: RequestHandler = compression({ threshold: worthPacking });

/**
 * Answers with JSON. Most answers are one record: those leave as they are, in one piece, without passing through what
 * packs streams.
 */
export function answer(response: Response, value: unknown, status = 200): void {
  const entered = enterRead(response, value);
  if (entered) entered.then(() => send(response, value, status), response.req.next);
  else send(response, value, status);
}

function send(response: Response, value: unknown, status: number): void {
  const text = JSON.stringify(value);
  const length = Buffer.byteLength(text);
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', length);
  if (length < worthPacking) response.end(text);
  else packed(response.req, response, () => response.end(text));
}
