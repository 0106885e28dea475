import { currentUser } from '../../access/condition.ts';
import { defineResource } from '../../define/resource.ts';
import { boolean, choice, reference, richText, text } from '../../kinds/index.ts';

/** Texts for e-mails about records, with placeholders in Liquid that the record fills. */
export const emailTemplates = defineResource({
  name: 'email_templates',
  label: { de: ['E-Mail-Vorlage', 'E-Mail-Vorlagen'], en: ['E-mail template', 'E-mail templates'] },
  icon: 'drafts',
  title: ['name'],
  fields: {
    name: text('Name', { required: true, max: 120, search: 'A' }),
    resource: text(
      { de: 'Für', en: 'For' },
      { required: true, max: 60, names: 'resource', able: 'mailable', examples: ['customers', 'contacts'] },
    ),
    brand_id: reference('Marke', {
      to: 'brands',
      help: { de: 'Leer: gilt für alle Marken', en: 'Empty: for all brands' },
    }),
    language: choice(
      'Sprache',
      { de: { de: 'Deutsch', en: 'German' }, en: { de: 'Englisch', en: 'English' } },
      { required: true, default: 'de' },
    ),
    used_for: choice(
      { de: 'Von selbst verwendet', en: 'Used by itself' },
      {
        seat_offer: { de: 'Freien Platz anbieten', en: 'Offering a free place' },
        feedback: { de: 'Um Rückmeldung bitten', en: 'Asking for feedback' },
        certificate: { de: 'Bescheinigung senden', en: 'Sending a certificate' },
        confirmation: { de: 'Bestätigung', en: 'Confirmation' },
        invitation: { de: 'Einladung', en: 'Invitation' },
        reminder: { de: 'Erinnerung', en: 'Reminder' },
        cancellation: { de: 'Absage', en: 'Cancellation' },
        trainer_invitation: { de: 'Einladung der Trainer', en: 'Invitation of trainers' },
        trainer_reminder: { de: 'Erinnerung der Trainer', en: 'Reminder of trainers' },
        trainer_cancellation: { de: 'Absage an Trainer', en: 'Cancellation to trainers' },
        trainer_request: { de: 'Trainer anfragen', en: 'Asking a trainer' },
      },
      {
        help: {
          de: 'Wofür Kontor diese Vorlage von selbst nimmt; die der Marke geht vor',
          en: 'What Kontor takes this template for by itself; that of the brand comes first',
        },
      },
    ),
    subject: text({ de: 'Betreff', en: 'Subject' }, { required: true, max: 500, search: 'B' }),
    body: richText('Text', { required: true }),
    active: boolean({ de: 'Aktiv', en: 'Active' }, { default: true }),
  },
  scopes: { brand: { or: [{ brand_id: { null: true } }, { brand_id: { in: currentUser.brand_ids } }] } },
  unique: [['name', 'brand_id', 'language']],
  list: {
    columns: ['name', 'resource', 'brand_id', 'language', 'subject', 'active'],
    filters: ['resource', 'brand_id', 'language', 'used_for', 'active'],
    sort: ['name', 'ASC'],
  },
  form: { Vorlage: ['name', 'resource', 'brand_id', 'language', 'used_for', 'active'], Nachricht: ['subject', 'body'] },
  sections: { Vorlage: 'Template', Nachricht: 'Message' },
});
