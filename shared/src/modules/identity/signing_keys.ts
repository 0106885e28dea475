import { defineResource } from '../../define/resource.ts';
import { secret, text } from '../../kinds/index.ts';

/** Keys that sign access tokens. The newest signs; older ones stay until their last token has expired. */
export const signingKeys = defineResource({
  name: 'signing_keys',
  label: { de: ['Signaturschlüssel', 'Signaturschlüssel'], en: ['Signing key', 'Signing keys'] },
  title: ['id'],
  fields: {
    public_key: text({ de: 'Öffentlicher Schlüssel', en: 'Public key' }, { required: true, max: 1000 }),
    private_key: secret({ de: 'Privater Schlüssel', en: 'Private key' }, { required: true }),
  },
  server_only: true,
});
