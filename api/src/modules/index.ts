import { defineBehaviours } from '../engine/behaviour.ts';
import { apiKeys } from './identity/api_keys.ts';
import { users } from './identity/users.ts';
import { numberSequences } from './platform/number_sequences.ts';

/** What is special about resources. A declared action without a behaviour does not compile. */
export const behaviours = defineBehaviours({ api_keys: apiKeys, number_sequences: numberSequences, users });
