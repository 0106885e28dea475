import { defineModule } from '../../define/module.ts';
import { employees } from './employees.ts';

export const organization = defineModule({
  name: 'organization',
  label: { de: 'Organisation', en: 'Organization' },
  icon: 'groups',
  resources: [employees],
});
