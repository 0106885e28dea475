import { defineModule } from '../../define/module.ts';
import { addresses } from './addresses.ts';
import { contacts } from './contacts.ts';
import { customers } from './customers.ts';

export const crm = defineModule({
  name: 'crm',
  label: { de: 'Kunden', en: 'Customers' },
  icon: 'handshake',
  resources: [customers, contacts, addresses],
});
