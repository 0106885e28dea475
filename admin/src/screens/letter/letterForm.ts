import { type Resource, richText, text } from '@kontor/shared';

/** What is typed of a letter; the paper and what it begins with are chosen beside. */
export const letterForm: Resource = {
  name: 'document_templates.write',
  label: { de: ['Schreiben', 'Schreiben'], en: ['Letter', 'Letters'] },
  title: [],
  fields: {
    recipient: text(
      { de: 'Anschrift im Fenster', en: 'Address in the window' },
      { multiline: true, max: 600, help: { de: 'Höchstens sechs Zeilen', en: 'Six lines at most' } },
    ),
    subject: text({ de: 'Betreff', en: 'Subject' }, { required: true, max: 200 }),
    html: richText('Text', { required: true }),
  },
};
