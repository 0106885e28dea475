import { type Resource, resourceLabel } from '@kontor/shared';
import { operation, type Paths, parameters } from './openapi_operation.ts';
import { id, listOf, object, orNull, reference, type Schema, text } from './openapi_schemas.ts';

const written: Schema = {
  subject: text,
  html: { ...text, description: 'Harmless tags only; everything else is removed' },
  brand_id: orNull(id),
  template_id: orNull(id),
  reply_to: orNull(text),
  invitation: {
    enum: ['request', 'cancel', null],
    description: 'The date of the record goes along for calendar programs, or is called off',
  },
  answers_id: { ...orNull(id), description: 'A mail about the same record that this one answers' },
  attachments: {
    type: 'array',
    maxItems: 20,
    items: id,
    description: 'Ids of files that the user sees; 18 MB together',
  },
};
const recipients: Schema = {
  type: 'array',
  maxItems: 50,
  items: {
    type: 'object',
    required: ['email'],
    properties: { role: { type: 'string', enum: ['to', 'cc', 'bcc'] }, email: text, name: orNull(text) },
  },
};
const addressee = object({ email: text, name: orNull(text) });
const language = { type: 'string', enum: ['de', 'en'] };

/** What came along with a mail, as documents of the record that it is about. */
export const mailDocumentPaths = (): Paths => ({
  '/email_messages/{id}/documents': {
    post: operation('email_messages', 'email_messages_documents', 'File the attachments of a mail as documents', {
      parameters: parameters('id'),
      body: {
        type: 'object',
        properties: { attachments: { type: ['array', 'null'], items: id, description: 'All unless given' } },
      },
      answer: listOf(object({ id, name: text, attachment_id: id, is_new: { type: 'boolean' } })),
      status: 201,
      dry: true,
      fails: [400, 403, 404, 413, 422],
      description: 'With the checks of an upload. What is there already stays the one document.',
    }),
  },
});

/** Mails about records of a resource that declares the ability `mailable`. */
export function mailPaths(resource: Resource): Paths {
  const { name } = resource;
  const one = resourceLabel(resource, 'en', 'one');
  const at = `/${name}/{id}/mail`;
  return {
    [at]: {
      get: operation(name, `${name}_mail_options`, `What to write a mail with: ${one}`, {
        parameters: [...parameters('id'), { name: 'answers_id', in: 'query', schema: id }],
        answer: object({
          recipients: listOf(object({ email: text, name: text, resource: text, id })),
          brands: listOf(object({ id, title: text })),
          templates: listOf(object({ id, name: text, language, brand_id: orNull(id) })),
          brand_id: orNull(id),
          language,
          files: listOf(object({ id, title: text, size: { type: 'integer' } })),
          appointment: orNull(
            object({
              from: text,
              to: orNull(text),
              all_day: { type: 'boolean' },
              invited: { type: 'boolean' },
            }),
          ),
          answer_all: {
            ...orNull(object({ to: listOf(addressee), cc: listOf(addressee) })),
            description: 'To whom an answer to all goes, of the mail in `answers_id`',
          },
          seconds_to_withdraw: { type: 'integer' },
        }),
        fails: [403, 404, 422],
      }),
      post: operation(name, `${name}_mail`, `Send a mail: ${one}`, {
        parameters: parameters('id'),
        body: { type: 'object', required: ['subject', 'html', 'recipients'], properties: { ...written, recipients } },
        answer: listOf(reference('email_messages')),
        status: 201,
        dry: true,
        fails: [400, 403, 404, 413, 422],
        description:
          'A message for each recipient, all or none. They leave after ten seconds, until then `cancel` withdraws them.',
      }),
    },
    [`${at}/fill`]: {
      post: operation(name, `${name}_mail_fill`, `Fill a template: ${one}`, {
        parameters: parameters('id'),
        body: {
          type: 'object',
          properties: { template_id: orNull(id), brand_id: orNull(id), subject: text, body: text, language },
        },
        answer: object({ subject: text, html: text }),
        fails: [400, 403, 404, 413, 422],
        description:
          'With values as the asking user may read them. Without `template_id` it fills `subject` and `body`.',
      }),
    },
    [`${at}/preview`]: {
      post: operation(name, `${name}_mail_preview`, `How a mail will look: ${one}`, {
        parameters: parameters('id'),
        body: { type: 'object', required: ['subject', 'html'], properties: written },
        answer: object({
          from: orNull(object({ name: orNull(text), email: text })),
          subject: text,
          html: text,
          text,
          attachments: listOf(object({ file_id: id, name: text, media_type: text, size: { type: 'integer' } })),
        }),
        fails: [400, 403, 404, 413, 422],
      }),
    },
  };
}
