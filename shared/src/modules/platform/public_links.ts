import { defineResource } from '../../define/resource.ts';
import { choice, datetime, integer, subject, text } from '../../kinds/index.ts';

/**
 * Addresses that show one thing to whoever has them, without signing in, until they run out or are taken back. Of the secret
 * part only a digest is kept: it can be told once, when the link is made.
 */
export const publicLinks = defineResource({
  name: 'public_links',
  label: { de: ['Öffentlicher Link', 'Öffentliche Links'], en: ['Public link', 'Public links'] },
  icon: 'link',
  title: ['purpose'],
  fields: {
    purpose: choice(
      { de: 'Wozu', en: 'Purpose' },
      {
        certificate: { de: 'Bescheinigung prüfen', en: 'Verify a certificate' },
        feedback: { de: 'Rückmeldung geben', en: 'Give feedback' },
        trainer_request: { de: 'Anfrage beantworten', en: 'Answer a request' },
        seat_offer: { de: 'Platz annehmen', en: 'Accept a place' },
      },
      { required: true },
    ),
    subject: subject({ de: 'Zu', en: 'About' }, { of: 'linkable', required: true, onDelete: 'cascade' }),
    digest: text({ de: 'Prüfwert', en: 'Digest' }, { required: true, max: 64, unique: true, hidden: true }),
    expires_at: datetime({ de: 'Gültig bis', en: 'Valid until' }),
    revoked_at: datetime({ de: 'Zurückgenommen am', en: 'Revoked at' }),
    used_at: datetime({ de: 'Zuletzt geöffnet', en: 'Last opened' }),
    uses: integer({ de: 'Aufrufe', en: 'Uses' }, { required: true, default: 0, total: false }),
  },
  actions: {
    revoke: { label: { de: 'Zurücknehmen', en: 'Revoke' }, icon: 'link_off', when: { revoked_at: { null: true } } },
  },
  list: {
    columns: ['purpose', 'subject', 'created_at', 'expires_at', 'revoked_at', 'used_at', 'uses'],
    filters: ['purpose', 'revoked_at', 'expires_at'],
    sort: ['created_at', 'DESC'],
  },
  form: { Link: ['purpose', 'subject', 'expires_at', 'revoked_at', 'used_at', 'uses'] },
  sections: { Link: 'Link' },
  internal: true,
});
