import { defineResource } from '../../define/resource.ts';
import { reference, text } from '../../kinds/index.ts';

/** What is kept of a key: the SHA-256 of its 256 random bits, which suffices where nothing can be guessed. */
export const apiKeySecrets = defineResource({
  name: 'api_key_secrets',
  label: { de: ['Prüfsumme', 'Prüfsummen'] },
  title: ['key_id'],
  fields: {
    key_id: reference('Schlüssel', { to: 'api_keys', required: true, unique: true, onDelete: 'cascade' }),
    key_hash: text('Prüfsumme', { required: true, max: 64 }),
  },
  indices: [['key_hash']],
  server_only: true,
});
