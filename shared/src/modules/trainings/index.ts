import { defineModule } from '../../define/module.ts';
import { attendanceRecords } from './attendance_records.ts';
import { cancellationSteps } from './cancellation_steps.ts';
import { cancellationTerms } from './cancellation_terms.ts';
import { certificates } from './certificates.ts';
import { dashboard } from './dashboard.ts';
import { enrolments } from './enrolments.ts';
import { feedbackResponses } from './feedback_responses.ts';
import { qualifications } from './qualifications.ts';
import { trainerAssignments } from './trainer_assignments.ts';
import { trainerAvailabilities } from './trainer_availabilities.ts';
import { trainerQualifications } from './trainer_qualifications.ts';
import { trainerRegions } from './trainer_regions.ts';
import { trainers } from './trainers.ts';
import { trainingPrices } from './training_prices.ts';
import { trainingSessions } from './training_sessions.ts';
import { trainingTemplateDays } from './training_template_days.ts';
import { trainingTemplates } from './training_templates.ts';
import { trainings as trainingsResource } from './trainings.ts';

export const trainings = defineModule({
  name: 'trainings',
  label: { de: 'Trainings', en: 'Trainings' },
  icon: 'school',
  dashboard,
  resources: [
    trainingsResource,
    trainingSessions,
    enrolments,
    trainers,
    trainerAssignments,
    trainerAvailabilities,
    attendanceRecords,
    certificates,
    feedbackResponses,
    trainingTemplates,
    qualifications,
    cancellationTerms,
    cancellationSteps,
    trainingTemplateDays,
    trainingPrices,
    trainerRegions,
    trainerQualifications,
  ],
});
