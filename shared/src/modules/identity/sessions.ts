import { defineResource } from '../../define/resource.ts';
import { datetime, reference, text } from '../../kinds/index.ts';

/** A signed-in device: the hash of its refresh token, which rotates at each use. */
export const sessions = defineResource({
  name: 'sessions',
  label: { de: ['Sitzung', 'Sitzungen'] },
  title: ['device'],
  fields: {
    user_id: reference('Benutzer', { to: 'users', required: true, onDelete: 'cascade' }),
    token_hash: text({ de: 'Schlüssel', en: 'Token' }, { required: true, max: 64, unique: true }),
    previous_hash: text({ de: 'Voriger Schlüssel', en: 'Previous token' }, { max: 64 }),
    rotated_at: datetime('Erneuert'),
    expires_at: datetime({ de: 'Gültig bis', en: 'Valid until' }, { required: true }),
    device: text('Gerät', { max: 300 }),
  },
  indices: [['previous_hash'], ['expires_at']],
  server_only: true,
});
