import { defineModule } from '../../define/module.ts';
import { credentials } from './credentials.ts';
import { sessions } from './sessions.ts';
import { signingKeys } from './signing_keys.ts';
import { users } from './users.ts';

export const identity = defineModule({
  name: 'identity',
  label: { de: 'Zugang', en: 'Access' },
  icon: 'group',
  resources: [users, credentials, sessions, signingKeys],
});
