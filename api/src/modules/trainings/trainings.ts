import type { Behaviour } from '../../engine/behaviour.ts';
import { issueCertificates } from '../../services/places/certificates.ts';
import { askFeedback } from '../../services/places/feedback.ts';
import { moveUp } from '../../services/places/move_up.ts';

export const trainings = {
  /** More places than before go to those who wait. */
  after: async ({ context, tx, before, record }) => {
    const more = before && (record.max_participants ?? Infinity) > (before.max_participants ?? Infinity);
    if (more && record.waiting_count > 0) await moveUp(context, tx, record.id);
  },
  actions: { issue_certificates: issueCertificates, ask_feedback: askFeedback },
} satisfies Behaviour;
