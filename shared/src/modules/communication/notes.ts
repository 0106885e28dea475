import { defineResource } from '../../define/resource.ts';
import { boolean, choice, datetime, subject, text } from '../../kinds/index.ts';

export const notes = defineResource({
  name: 'notes',
  label: { de: ['Notiz', 'Notizen'] },
  icon: 'sticky_note',
  title: ['body'],
  fields: {
    subject: subject({ de: 'Zu', en: 'About' }, { of: 'notable', required: true }),
    type: choice(
      { de: 'Art', en: 'Type' },
      {
        note: { de: 'Notiz', en: 'Note' },
        call: { de: 'Telefonat', en: 'Call' },
        meeting: { de: 'Besprechung', en: 'Meeting' },
      },
      { required: true, default: 'note' },
    ),
    body: text('Text', { required: true, multiline: true, max: 20_000, search: 'A' }),
    happened_at: datetime({ de: 'Zeitpunkt', en: 'Happened at' }, { default: { from: 'now' } }),
    pinned: boolean({ de: 'Angeheftet', en: 'Pinned' }),
  },
  list: {
    columns: ['happened_at', 'type', 'body', 'subject', 'created_by'],
    filters: ['type', 'pinned', 'created_by'],
    sort: ['happened_at', 'DESC'],
  },
  views: { calendar: { from: 'happened_at' } },
  stream: { at: 'happened_at', text: 'body', sort: 'type', entry: true, mentions: true },
  form: { Notiz: ['body', 'type', 'happened_at', 'subject', 'pinned'] },
  sections: { Notiz: 'Note' },
  trash: true,
});
