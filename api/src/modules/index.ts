import { defineBehaviours } from '../engine/behaviour.ts';
import { users } from './identity/users.ts';
import { numberSequences } from './platform/number_sequences.ts';

/** What is special about resources. A declared action without a behaviour does not compile. */
export const behaviours = defineBehaviours({ number_sequences: numberSequences, users });
