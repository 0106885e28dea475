import { PublicError, type Resource, uuid } from '@kontor/shared';
import type { Context, Values } from '../../engine/context.ts';
import { get } from '../../engine/get.ts';
import { cleanRichText } from '../../engine/storage.ts';
import { requireFillable } from './check.ts';
import { askedTemplate } from './choices.ts';
import type { fillTemplate } from './liquid.ts';
import { templateValues } from './values.ts';

/** The longest subject that a mail or a letter may have. */
const longest = 200;

/** Where templates lie, how they are filled, and with what besides the record. */
export interface Filling {
  readonly templates: string;
  readonly fill: typeof fillTemplate;
  readonly more?: (template: Awaited<ReturnType<typeof askedTemplate>>) => { readonly link?: string };
}

/**
 * Subject and text of a template, filled with a record as far as the user may read it, to be written on. What is wrong is told
 * at the field of the template that is being written, else at the choice of it.
 */
export async function fillAsked(
  context: Context,
  resource: Resource,
  id: string,
  body: Values,
  { templates, fill, more }: Filling,
): Promise<{ subject: string; html: string }> {
  const record = await get(context, resource, id);
  const brand = typeof body.brand_id === 'string' && uuid.test(body.brand_id) ? body.brand_id.toLowerCase() : null;
  const template = await askedTemplate(context, resource, body, brand, context.engine.model.get(templates));
  // what is not there for anybody is told as such, not as hidden from who tries the template
  if (template.draft) requireFillable(template, resource, context.engine.model);
  const values = await templateValues(context, resource, record, {
    brand,
    locale: template.language,
    ...more?.(template),
  });
  const { subject, html, errors } = fill(template, values);
  const [first] = Object.values(errors);
  if (first) throw new PublicError('invalid', template.draft ? errors : { template_id: first });
  return { subject: subject.replace(/\s+/g, ' ').trim().slice(0, longest), html: cleanRichText(html) };
}
