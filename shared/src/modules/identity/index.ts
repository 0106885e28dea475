import { defineModule } from '../../define/module.ts';
import { credentials } from './credentials.ts';
import { recordGrants } from './record_grants.ts';
import { rolePermissions } from './role_permissions.ts';
import { roles } from './roles.ts';
import { sessions } from './sessions.ts';
import { signingKeys } from './signing_keys.ts';
import { userRoles } from './user_roles.ts';
import { users } from './users.ts';

export const identity = defineModule({
  name: 'identity',
  label: { de: 'Zugang', en: 'Access' },
  icon: 'group',
  resources: [users, roles, recordGrants, userRoles, rolePermissions, credentials, sessions, signingKeys],
});
