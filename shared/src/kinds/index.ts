import type { z } from 'zod';
import { addressKind } from './address.ts';
import { booleanKind } from './boolean.ts';
import { choiceKind } from './choice.ts';
import { choicesKind } from './choices.ts';
import { colourKind } from './colour.ts';
import { dateKind } from './date.ts';
import { datetimeKind } from './datetime.ts';
import { decimalKind } from './decimal.ts';
import { durationKind } from './duration.ts';
import { emailKind } from './email.ts';
import { expressionKind } from './expression.ts';
import type { AnyField } from './field.ts';
import { fileKind } from './file.ts';
import { ibanKind } from './iban.ts';
import { imageKind } from './image.ts';
import { integerKind } from './integer.ts';
import { jsonKind } from './json.ts';
import type { Kind } from './kind.ts';
import { linesKind } from './lines.ts';
import { moneyKind } from './money.ts';
import { networksKind } from './networks.ts';
import { percentKind } from './percent.ts';
import { phoneKind } from './phone.ts';
import { referenceKind } from './reference.ts';
import { referencesKind } from './references.ts';
import { richTextKind } from './rich_text.ts';
import { rollupKind } from './rollup.ts';
import { secretKind } from './secret.ts';
import { sequenceKind } from './sequence.ts';
import { statusKind } from './status.ts';
import { subjectKind } from './subject.ts';
import { textKind } from './text.ts';
import { timeKind } from './time.ts';
import { urlKind } from './url.ts';

/** The closed registry of field kinds. */
export const kinds = {
  text: textKind,
  rich_text: richTextKind,
  integer: integerKind,
  decimal: decimalKind,
  money: moneyKind,
  percent: percentKind,
  boolean: booleanKind,
  date: dateKind,
  time: timeKind,
  datetime: datetimeKind,
  duration: durationKind,
  choice: choiceKind,
  choices: choicesKind,
  status: statusKind,
  reference: referenceKind,
  references: referencesKind,
  subject: subjectKind,
  lines: linesKind,
  sequence: sequenceKind,
  file: fileKind,
  image: imageKind,
  email: emailKind,
  iban: ibanKind,
  phone: phoneKind,
  url: urlKind,
  colour: colourKind,
  address: addressKind,
  json: jsonKind,
  secret: secretKind,
  networks: networksKind,
  expression: expressionKind,
  rollup: rollupKind,
} as const satisfies Record<string, Kind>;

export type KindName = keyof typeof kinds;

/** The kind of a field. */
export const kindOf = (field: AnyField): Kind => kinds[field.kind as KindName];

/** Are the values of a field numbers of which a sum makes sense? */
export function canSum(field: AnyField): boolean {
  const { summable = false } = kindOf(field);
  return typeof summable === 'function' ? summable(field) : summable;
}

const schemas = new WeakMap<AnyField, z.ZodType>();

/** The validator of a field, built once: building one costs more than using it. */
export function schemaOf(field: AnyField): z.ZodType {
  let schema = schemas.get(field);
  if (!schema) {
    schema = kindOf(field).schema(field);
    schemas.set(field, schema);
  }
  return schema;
}

export { type Address, address, countries } from './address.ts';
export { boolean } from './boolean.ts';
export { choice, optionLabel, type Tone } from './choice.ts';
export { choices } from './choices.ts';
export { colour } from './colour.ts';
export { date } from './date.ts';
export { datetime, zone } from './datetime.ts';
export { decimal } from './decimal.ts';
export { duration } from './duration.ts';
export { email } from './email.ts';
export { expression } from './expression.ts';
export type { AnyField, CommonOptions, Field, Label, Weight } from './field.ts';
export { file } from './file.ts';
export { iban } from './iban.ts';
export { idSchema, uuid } from './identifiers.ts';
export { image } from './image.ts';
export { integer } from './integer.ts';
export { json } from './json.ts';
export type { Column, Expression, Kind, Locale, Operator, Samples } from './kind.ts';
export { lines } from './lines.ts';
export { currencySign, money } from './money.ts';
export { networkList, networks } from './networks.ts';
export { percent } from './percent.ts';
export { phone } from './phone.ts';
export { reference } from './reference.ts';
export { references } from './references.ts';
export { richText } from './rich_text.ts';
export { type RollupOptions, rollup } from './rollup.ts';
export { secret } from './secret.ts';
export { creation, sequence } from './sequence.ts';
export { status } from './status.ts';
export { subject } from './subject.ts';
export { text } from './text.ts';
export { time } from './time.ts';
export { url } from './url.ts';
