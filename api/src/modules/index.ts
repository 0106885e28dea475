import { defineBehaviours } from '../engine/behaviour.ts';
import { automationRules } from './automation/automation_rules.ts';
import { automationRuns } from './automation/automation_runs.ts';
import { emailAccounts } from './communication/email_accounts.ts';
import { emailMessages } from './communication/email_messages.ts';
import { emailTemplates } from './communication/email_templates.ts';
import { notifications } from './communication/notifications.ts';
import { reminders } from './communication/reminders.ts';
import { documentTemplates } from './documents/document_templates.ts';
import { documents } from './documents/documents.ts';
import { apiKeys } from './identity/api_keys.ts';
import { recordGrants } from './identity/record_grants.ts';
import { roles } from './identity/roles.ts';
import { signInRules } from './identity/sign_in_rules.ts';
import { users } from './identity/users.ts';
import { auditEntries } from './platform/audit_entries.ts';
import { calendarFeeds } from './platform/calendar_feeds.ts';
import { jobs } from './platform/jobs.ts';
import { numberSequences } from './platform/number_sequences.ts';
import { publicLinks } from './platform/public_links.ts';
import { attendanceRecords } from './trainings/attendance_records.ts';
import { certificates } from './trainings/certificates.ts';
import { enrolments } from './trainings/enrolments.ts';
import { trainerAssignments } from './trainings/trainer_assignments.ts';
import { trainingSessions } from './trainings/training_sessions.ts';
import { trainingTemplates } from './trainings/training_templates.ts';
import { trainings } from './trainings/trainings.ts';
import { checklistItems } from './work/checklist_items.ts';
import { checklists } from './work/checklists.ts';

/** What is special about resources. A declared action without a behaviour does not compile. */
export const behaviours = defineBehaviours({
  api_keys: apiKeys,
  attendance_records: attendanceRecords,
  audit_entries: auditEntries,
  automation_rules: automationRules,
  automation_runs: automationRuns,
  calendar_feeds: calendarFeeds,
  certificates,
  checklist_items: checklistItems,
  checklists,
  document_templates: documentTemplates,
  documents,
  email_accounts: emailAccounts,
  email_messages: emailMessages,
  email_templates: emailTemplates,
  enrolments,
  jobs,
  notifications,
  number_sequences: numberSequences,
  public_links: publicLinks,
  record_grants: recordGrants,
  reminders,
  roles,
  sign_in_rules: signInRules,
  trainer_assignments: trainerAssignments,
  training_sessions: trainingSessions,
  training_templates: trainingTemplates,
  trainings,
  users,
});
