/** Fixed ids, so that addresses of demo records stay the same: a group of four hexadecimal digits and a counter. */
const id = (group, counter) => `01900000-0000-7000-${group}-${counter.toString(16).padStart(12, '0')}`;

export const companyId = id('8000', 0xc001);
export const brandId = (counter) => id('8000', 0xb000 + counter);
export const userId = (counter) => id('8000', 0xa000 + counter);
export const tagId = (counter) => id('8000', 0x7a00 + counter);
export const customerId = (counter) => id('8001', counter);
export const contactId = (counter) => id('8002', counter);
export const addressId = (counter) => id('8003', counter);
export const taskId = (counter) => id('8004', counter);
export const noteId = (counter) => id('8005', counter);
export const documentId = (counter) => id('8006', counter);
export const versionId = (counter) => id('8007', counter);
export const fileId = (counter) => id('8008', counter);
export const templateId = (counter) => id('8009', counter);
export const mailId = (counter) => id('800a', counter);
export const letterTemplateId = (counter) => id('800b', counter);
export const logoId = (counter) => id('800c', counter);
export const notificationId = (counter) => id('800e', counter);
export const reminderId = (counter) => id('800d', counter);
export const ruleId = (counter) => id('800f', counter);
export const ruleActionId = (counter) => id('8010', counter);
export const ruleTaskId = (counter) => id('8011', counter);
export const jobId = (counter) => id('8012', counter);
export const jobTaskId = (counter) => id('8013', counter);
export const accountId = (counter) => id('8014', counter);

/** The training business: one group of ids for each of its resources. */
export const trainingIds = Object.fromEntries(
  [
    'qualification',
    'checklistTemplate',
    'checklistTemplateItem',
    'template',
    'templateDay',
    'price',
    'supplier',
    'employee',
    'trainer',
    'trainerRegion',
    'trainerQualification',
    'availability',
    'location',
    'bookable',
    'training',
    'session',
    'assignment',
    'booking',
    'participant',
    'enrolment',
    'attendance',
    'certificate',
    'feedback',
    'checklist',
    'checklistItem',
    'note',
    'mail',
    'cancellationTerms',
    'cancellationStep',
  ].map((name, i) => [name, (counter) => id((0x8020 + i).toString(16), counter)]),
);
