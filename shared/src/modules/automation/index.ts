import { defineModule } from '../../define/module.ts';
import { automationActions } from './automation_actions.ts';
import { automationRules } from './automation_rules.ts';
import { automationRuns } from './automation_runs.ts';

export const automation = defineModule({
  name: 'automation',
  label: { de: 'Automatik', en: 'Automation' },
  icon: 'bolt',
  resources: [automationRules, automationRuns, automationActions],
});
