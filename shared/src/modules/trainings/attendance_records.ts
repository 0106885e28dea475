import { currentUser } from '../../access/condition.ts';
import { defineResource } from '../../define/resource.ts';
import { choice, integer, reference, text } from '../../kinds/index.ts';

/** Who was there, on which date. */
export const attendanceRecords = defineResource({
  name: 'attendance_records',
  label: { de: ['Anwesenheit', 'Anwesenheiten'], en: ['Attendance record', 'Attendance records'] },
  icon: 'fact_check',
  title: ['enrolment_id'],
  fields: {
    session_id: reference('Termin', { to: 'training_sessions', required: true, onDelete: 'cascade' }),
    enrolment_id: reference('Anmeldung', {
      to: 'enrolments',
      required: true,
      onDelete: 'cascade',
      same: 'training_id',
    }),
    training_id: reference('Training', { to: 'trainings', copies: ['session_id', 'training_id'], readOnly: true }),
    brand_id: reference('Marke', { to: 'brands', copies: ['session_id', 'brand_id'], readOnly: true }),
    units: integer(
      { de: 'Einheiten des Termins', en: 'Units of the session' },
      { copies: ['session_id', 'units'], readOnly: true, hidden: true },
    ),
    status: choice(
      { de: 'Anwesenheit', en: 'Attendance' },
      {
        present: { de: 'Anwesend', en: 'Present' },
        late: { de: 'Verspätet', en: 'Late' },
        excused: { de: 'Entschuldigt', en: 'Excused' },
        absent: { de: 'Gefehlt', en: 'Absent' },
      },
      { required: true, default: 'present' },
    ),
    reason: text({ de: 'Grund', en: 'Reason' }, { max: 300 }),
  },
  scopes: {
    brand: { brand_id: { in: currentUser.brand_ids } },
    assigned: { session_id: { where: { trainer_ids: { where: { user_id: { eq: currentUser.id } } } } } },
  },
  unique: [['session_id', 'enrolment_id']],
  list: {
    columns: ['enrolment_id', 'session_id', 'status', 'reason', 'updated_at'],
    filters: ['session_id', 'enrolment_id', 'training_id', 'status', 'brand_id'],
    sort: ['created_at', 'DESC'],
  },
  form: { Anwesenheit: ['session_id', 'enrolment_id', 'status', 'reason'] },
  sections: { Anwesenheit: 'Attendance' },
});
