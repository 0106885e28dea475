import { defineModule } from '../../define/module.ts';
import { authenticators } from './authenticators.ts';
import { credentials } from './credentials.ts';
import { factorFailures } from './factor_failures.ts';
import { passkeys } from './passkeys.ts';
import { recoveryCodes } from './recovery_codes.ts';
import { sessions } from './sessions.ts';
import { signInChallenges } from './sign_in_challenges.ts';
import { signingKeys } from './signing_keys.ts';
import { users } from './users.ts';

export const identity = defineModule({
  name: 'identity',
  label: { de: 'Zugang', en: 'Access' },
  icon: 'group',
  resources: [
    users,
    credentials,
    sessions,
    signingKeys,
    authenticators,
    passkeys,
    recoveryCodes,
    signInChallenges,
    factorFailures,
  ],
});
