import type { AnyField, KindName } from '@kontor/shared';
import { addressView } from './address/index.ts';
import { booleanView } from './boolean/index.ts';
import { choiceView } from './choice/index.ts';
import { choicesView } from './choices/index.ts';
import { colourView } from './colour/index.ts';
import { dateView } from './date/index.ts';
import { datetimeView } from './datetime/index.ts';
import { decimalView } from './decimal/index.ts';
import { durationView } from './duration/index.ts';
import { emailView } from './email/index.ts';
import { expressionView } from './expression/index.ts';
import { fileView } from './file/index.ts';
import { ibanView } from './iban/index.ts';
import { imageView } from './image/index.ts';
import { integerView } from './integer/index.ts';
import { jsonView } from './json/index.ts';
import { linesView } from './lines/index.ts';
import { moneyView } from './money/index.ts';
import { networksView } from './networks/index.ts';
import { percentView } from './percent/index.ts';
import { phoneView } from './phone/index.ts';
import { referenceView } from './reference/index.ts';
import { referencesView } from './references/index.ts';
import { richTextView } from './rich_text/index.ts';
import { rollupView } from './rollup/index.ts';
import { secretView } from './secret/index.ts';
import { sequenceView } from './sequence/index.ts';
import { statusView } from './status/index.ts';
import { subjectView } from './subject/index.ts';
import { textView } from './text/index.ts';
import { timeView } from './time/index.ts';
import { urlView } from './url/index.ts';
import type { Align, KindView } from './view.ts';

/** The view half of the kind registry: what stands here has an input, a display and a filter. */
export const views: Record<KindName, KindView> = {
  text: textView,
  rich_text: richTextView,
  integer: integerView,
  decimal: decimalView,
  money: moneyView,
  percent: percentView,
  boolean: booleanView,
  date: dateView,
  time: timeView,
  datetime: datetimeView,
  duration: durationView,
  choice: choiceView,
  choices: choicesView,
  status: statusView,
  reference: referenceView,
  references: referencesView,
  subject: subjectView,
  lines: linesView,
  sequence: sequenceView,
  file: fileView,
  image: imageView,
  email: emailView,
  iban: ibanView,
  phone: phoneView,
  url: urlView,
  colour: colourView,
  address: addressView,
  json: jsonView,
  secret: secretView,
  networks: networksView,
  expression: expressionView,
  rollup: rollupView,
};

/** The views of a field. */
export const viewOf = (field: AnyField): KindView => views[field.kind as KindName];

/** On which side the values of a column stand. */
export const alignOf = (field: AnyField): Align | undefined => {
  const { align } = viewOf(field);
  return typeof align === 'function' ? align(field) : align;
};

/** Does the input of a field take both columns of a form? */
export const isWide = (field: AnyField): boolean => Boolean(viewOf(field).wide || field.multiline);
