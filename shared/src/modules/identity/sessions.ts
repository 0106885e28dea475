import { defineResource } from '../../define/resource.ts';
import { boolean, datetime, reference, text } from '../../kinds/index.ts';

/** A signed-in device: the hash of its refresh token, which rotates at each use. */
export const sessions = defineResource({
  name: 'sessions',
  label: { de: ['Sitzung', 'Sitzungen'] },
  title: ['device'],
  fields: {
    user_id: reference('Benutzer', { to: 'users', required: true, onDelete: 'cascade' }),
    token_hash: text({ de: 'Schlüssel', en: 'Token' }, { required: true, max: 64, unique: true }),
    previous_hash: text({ de: 'Voriger Schlüssel', en: 'Previous token' }, { max: 64 }),
    rotated_at: datetime({ de: 'Zuletzt benutzt', en: 'Last used' }),
    expires_at: datetime({ de: 'Gültig bis', en: 'Valid until' }, { required: true }),
    ends_at: datetime({ de: 'Endet spätestens', en: 'Ends at the latest' }, { required: true }),
    /** Has a second factor, or a passkey alone, been proven in this session? */
    second_factor: boolean({ de: 'Zweiter Faktor', en: 'Second factor' }, { default: false }),
    /** When the user last proved to be themselves: by a factor, or by the password where there is no factor. */
    proven_at: datetime({ de: 'Zuletzt bestätigt', en: 'Last confirmed' }),
    device: text({ de: 'Gerät', en: 'Device' }, { max: 300 }),
    address: text({ de: 'Adresse', en: 'Address' }, { max: 60 }),
  },
  indices: [['expires_at']],
  server_only: true,
});
