import { defineResource } from '../../define/resource.ts';
import { boolean, datetime, decimal, json, reference, text } from '../../kinds/index.ts';

/** The public half of a passkey (WebAuthn); the private one never leaves the user's device. */
export const passkeys = defineResource({
  name: 'passkeys',
  label: { de: ['Passkey', 'Passkeys'] },
  title: ['name'],
  fields: {
    user_id: reference('Benutzer', { to: 'users', required: true, onDelete: 'cascade' }),
    name: text('Name', { required: true, max: 80 }),
    credential_id: text({ de: 'Kennung', en: 'Credential id' }, { required: true, max: 1400, unique: true }),
    public_key: text({ de: 'Öffentlicher Schlüssel', en: 'Public key' }, { required: true, max: 4000 }),
    /** Counts the uses on devices that count (32 bits without sign); 0 on all others. */
    counter: decimal({ de: 'Zähler', en: 'Counter' }, { required: true, scale: 0 }),
    transports: json({ de: 'Übertragungswege', en: 'Transports' }),
    /** Kept by a password manager and on all its devices, not on a single one. */
    synced: boolean({ de: 'Synchronisiert', en: 'Synchronised' }, { default: false }),
    last_used_at: datetime({ de: 'Zuletzt benutzt', en: 'Last used' }),
  },
  server_only: true,
});
