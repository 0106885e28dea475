import type { Behaviour } from '../../engine/behaviour.ts';
import { checkTemplate } from '../../services/templates/check.ts';

/** A template that can not be filled is not saved: mistakes are told at their field. */
export const emailTemplates = { before: checkTemplate('mailable', 'not_mailable') } satisfies Behaviour;
