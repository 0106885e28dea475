import { z } from 'zod';
import { message } from '../messages.ts';

/** A record's id. Any UUID is accepted, the API makes version 7. */
export const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const idSchema = z
  .string({ error: message('reference') })
  .transform((text) => text.toLowerCase())
  .refine((text) => uuid.test(text), { error: message('reference') })
  .meta({ format: 'uuid' });

export const invalidIds = ['x', 1, {}, '00000000-0000-0000-0000-00000000000', ''];
