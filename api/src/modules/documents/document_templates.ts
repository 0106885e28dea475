import type { Behaviour } from '../../engine/behaviour.ts';
import { checkTemplate } from '../../services/templates/check.ts';

/** A template that can not be filled is not saved: mistakes are told at their field. */
export const documentTemplates = { before: checkTemplate('printable', 'not_printable') } satisfies Behaviour;
