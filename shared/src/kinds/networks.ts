import { z } from 'zod';
import { message } from '../messages.ts';
import { fieldOf } from './field.ts';
import { defineKind } from './kind.ts';
import { asIs, plainText } from './textual.ts';

const longest = 2000;

/** Addresses and networks (CIDR) of the Internet Protocol, versions 4 and 6, one a line: `'10.0.0.0/8\n2001:db8::1'`. */
export const networks = fieldOf<'networks', string>('networks');

/** The single networks of a value. */
export const networkList = (value: string): string[] => value.split(/[\s,;]+/).filter(Boolean);

const isNetwork = (text: string) =>
  [z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()].some((schema) => schema.safeParse(text).success);

export const networksKind = defineKind({
  name: 'networks',
  columns: (_field, name) => [{ name, type: 'text', check: `char_length(?) <= ${longest}` }],
  schema: () =>
    plainText(longest)
      .refine((text) => networkList(text).every(isNetwork), { error: message('networks') })
      .transform((text) => networkList(text.toLowerCase()).join('\n')),
  operators: ['like', 'ilike', 'null'],
  format: asIs,
  parse: (text) => networkList(text).join('\n'),
  samples: () => ({
    valid: [
      { in: '192.0.2.7' },
      { in: '10.0.0.0/8, 2001:DB8::/32', out: '10.0.0.0/8\n2001:db8::/32' },
      { in: '::1\n::ffff:192.0.2.7' },
    ],
    invalid: [7, {}, 'büro', '10.0.0.0/33', '300.1.1.1', '10.0.0', '10.0.0.0/8 oder mehr', `${'1.1.1.1 '.repeat(400)}`],
  }),
});
