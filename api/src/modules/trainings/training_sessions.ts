import type { Behaviour } from '../../engine/behaviour.ts';
import { recordAttendance } from '../../services/places/attendance.ts';
import { countAnew } from '../../services/trainings/checklists.ts';
import { holdRooms } from '../../services/trainings/rooms.ts';

/** What a change of can mean another time or room for what is booked, or another due date. */
const moving = ['training_id', 'name', 'starts_at', 'ends_at', 'location_id'];

/** Rooms and due dates go with the sessions. */
export const trainingSessions = {
  turn: 'training_id',
  after: async ({ before, record, context, tx }) => {
    if (before && moving.every((name) => record[name] === before[name])) return;
    await holdRooms(context, tx, [{ before, record }]);
    for (const training of new Set([record.training_id, before?.training_id ?? record.training_id]))
      await countAnew(context, tx, training);
  },
  removed: async ({ records, context, tx }) => {
    for (const training of new Set(records.map((record) => record.training_id))) await countAnew(context, tx, training);
  },
  actions: { record_attendance: recordAttendance },
} satisfies Behaviour;
