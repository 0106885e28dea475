import { type Resource, resourceLabel } from '@kontor/shared';
import { bytes, operation, type Paths, parameters } from './openapi_operation.ts';
import { id, listOf, object, orNull, reference, type Schema, text } from './openapi_schemas.ts';

const language = { type: 'string', enum: ['de', 'en'] };
const written: Record<string, Schema> = {
  brand_id: { ...id, description: 'On whose paper' },
  template_id: orNull(id),
  recipient: { ...orNull(text), description: 'The address in the window, in lines' },
  subject: text,
  html: {
    ...text,
    description:
      'Harmless tags only; `{% table customer.addresses: street, city %}`, `{% signature "Name" %}` and `{% page_break %}` are set',
  },
};

/** Letters about records of a resource that declares the ability `printable`. */
export function letterPaths(resource: Resource): Paths {
  const { name } = resource;
  const one = resourceLabel(resource, 'en', 'one');
  const at = `/${name}/{id}/letter`;
  const body = { type: 'object', required: ['brand_id', 'subject', 'html'], properties: written };
  return {
    [at]: {
      get: operation(name, `${name}_letter_options`, `What to write a letter with: ${one}`, {
        parameters: parameters('id'),
        answer: object({
          recipient: text,
          brands: listOf(object({ id, title: text })),
          templates: listOf(object({ id, name: text, language, brand_id: orNull(id) })),
          brand_id: orNull(id),
          language,
        }),
        fails: [403, 404],
      }),
      post: operation(name, `${name}_letter`, `File a letter: ${one}`, {
        parameters: parameters('id'),
        body,
        answer: reference('documents'),
        status: 201,
        dry: true,
        fails: [400, 403, 404, 413, 422],
        description: 'Makes the PDF (PDF/A-3, DIN 5008) and files it with the record.',
      }),
    },
    [`${at}/fill`]: {
      post: operation(name, `${name}_letter_fill`, `Fill a template of documents: ${one}`, {
        parameters: parameters('id'),
        body: {
          type: 'object',
          properties: { template_id: orNull(id), brand_id: orNull(id), subject: text, body: text, language },
        },
        answer: object({ subject: text, html: text }),
        fails: [400, 403, 404, 413, 422],
        description: 'With values as the asking user may read them; tables, signatures and page breaks stay tags.',
      }),
    },
    [`${at}/preview`]: {
      post: operation(name, `${name}_letter_preview`, `A letter as PDF, kept nowhere: ${one}`, {
        parameters: parameters('id'),
        body: {
          type: 'object',
          required: ['brand_id', 'subject'],
          properties: {
            ...written,
            body: { ...text, description: 'Instead of `html`: a template that is being written' },
            language,
            layout: { type: 'string', enum: ['letter', 'certificate'] },
          },
        },
        answer: { content: bytes('application/pdf') },
        fails: [400, 403, 404, 413, 422],
      }),
    },
  };
}
