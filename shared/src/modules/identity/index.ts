import { defineModule } from '../../define/module.ts';
import { apiKeyPermissions } from './api_key_permissions.ts';
import { apiKeySecrets } from './api_key_secrets.ts';
import { apiKeyUsages } from './api_key_usages.ts';
import { apiKeys } from './api_keys.ts';
import { authTokens } from './auth_tokens.ts';
import { authenticators } from './authenticators.ts';
import { credentials } from './credentials.ts';
import { factorFailures } from './factor_failures.ts';
import { passkeys } from './passkeys.ts';
import { providerSessions } from './provider_sessions.ts';
import { recordGrants } from './record_grants.ts';
import { recoveryCodes } from './recovery_codes.ts';
import { rolePermissions } from './role_permissions.ts';
import { roles } from './roles.ts';
import { sessions } from './sessions.ts';
import { signInChallenges } from './sign_in_challenges.ts';
import { signInRules } from './sign_in_rules.ts';
import { signingKeys } from './signing_keys.ts';
import { userIdentities } from './user_identities.ts';
import { userRoles } from './user_roles.ts';
import { users } from './users.ts';

export const identity = defineModule({
  name: 'identity',
  label: { de: 'Zugang', en: 'Access' },
  icon: 'group',
  resources: [
    users,
    roles,
    recordGrants,
    userRoles,
    rolePermissions,
    credentials,
    authTokens,
    sessions,
    signingKeys,
    authenticators,
    passkeys,
    recoveryCodes,
    signInChallenges,
    factorFailures,
    apiKeys,
    apiKeyPermissions,
    apiKeySecrets,
    apiKeyUsages,
    userIdentities,
    signInRules,
    providerSessions,
  ],
});
