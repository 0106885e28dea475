import { defineResource } from '../../define/resource.ts';
import { file, integer, reference, text } from '../../kinds/index.ts';

/** A file that goes along with a message, named as its recipient will see it. */
export const emailAttachments = defineResource({
  name: 'email_attachments',
  label: { de: ['Anhang', 'Anhänge'], en: ['Attachment', 'Attachments'] },
  title: ['name'],
  fields: {
    message_id: reference('E-Mail', { to: 'email_messages', required: true, onDelete: 'cascade' }),
    file_id: file('Datei', { required: true }),
    name: text('Name', { required: true, max: 255 }),
    media_type: text({ de: 'Typ', en: 'Type' }, { required: true, max: 120 }),
    size: integer({ de: 'Größe (Byte)', en: 'Size (bytes)' }, { required: true, total: false }),
  },
  owned: true,
});
