import type { Behaviour } from '../../engine/behaviour.ts';
import { recordAttendance } from '../../services/places/attendance.ts';

export const trainingSessions = {
  actions: { record_attendance: recordAttendance },
} satisfies Behaviour;
