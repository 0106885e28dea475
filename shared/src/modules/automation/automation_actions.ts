import { defineResource } from '../../define/resource.ts';
import { choice, integer, reference, text } from '../../kinds/index.ts';

/** What a rule does when it fires. Which of the fields count depends on the kind. */
export const automationActions = defineResource({
  name: 'automation_actions',
  label: { de: ['Aktion', 'Aktionen'], en: ['Action', 'Actions'] },
  title: ['kind'],
  fields: {
    rule_id: reference('Regel', { to: 'automation_rules', required: true, onDelete: 'cascade' }),
    kind: choice(
      { de: 'Aktion', en: 'Action' },
      {
        notification: { de: 'Benachrichtigen', en: 'Notify' },
        task: { de: 'Aufgabe anlegen', en: 'Create a task' },
        mail: { de: 'E-Mail senden', en: 'Send an e-mail' },
        transition: { de: 'Schritt vorschlagen', en: 'Propose a step' },
      },
      { required: true, default: 'notification' },
    ),
    recipient: text({ de: 'An', en: 'To' }, { max: 120, examples: ['created_by'] }),
    role_id: reference(
      { de: 'An alle mit der Rolle', en: 'To all with the role' },
      { to: 'roles', onDelete: 'set_null' },
    ),
    template_id: reference({ de: 'Vorlage', en: 'Template' }, { to: 'email_templates' }),
    text: text({ de: 'Text', en: 'Text' }, { max: 200 }),
    due_in: integer({ de: 'Fällig in (Tagen)', en: 'Due in (days)' }, { min: 0, max: 365, total: false }),
    transition: text({ de: 'Schritt', en: 'Step' }, { max: 60, examples: ['complete'] }),
  },
  owned: true,
});
