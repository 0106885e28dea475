import { operation, type Paths, parameters } from './openapi_operation.ts';
import { object, text } from './openapi_schemas.ts';

const strength = object({ strength: { type: 'integer', minimum: 0, maximum: 4 }, message: text }, ['strength']);

/** Invitations, forgotten passwords, and the change of one's own. Tokens travel in bodies, never in addresses. */
export const entryPaths: Paths = {
  '/session/entry/forgotten': {
    post: operation('session', 'entry_forgotten', 'Ask for a link to set a new password', {
      open: true,
      body: object({ email: text }),
      status: 202,
      answer: object({}),
      fails: [400, 422, 429],
      description: 'The answer is the same, and as quick, whether the address is known or not.',
    }),
  },
  '/session/entry/link': {
    post: operation('session', 'entry_link', 'What a link is good for', {
      open: true,
      body: object({ token: text }),
      answer: object(
        {
          state: { type: 'string', enum: ['open', 'used', 'replaced', 'expired', 'unknown'] },
          purpose: text,
          name: text,
          email: text,
          language: text,
          expires_at: { type: 'string', format: 'date-time' },
        },
        ['state'],
      ),
      fails: [400, 422, 429],
    }),
  },
  '/session/entry/password': {
    post: operation('session', 'entry_password', 'Set the password of whoever was sent the link', {
      open: true,
      body: object({ token: text, password: text }),
      answer: object({ email: text }),
      fails: [400, 410, 422, 429],
    }),
  },
  '/session/entry/password/strength': {
    post: operation('session', 'entry_password_strength', 'How hard a password is to guess, for who has a link', {
      open: true,
      body: object({ token: text, password: text }),
      answer: strength,
      fails: [400, 410, 422, 429],
    }),
  },
  '/session/entry/own-password': {
    post: operation('session', 'own_password', 'Change one’s own password', {
      body: object({ current: text, password: text }),
      status: 204,
      fails: [400, 422, 429],
      description: 'All other devices are signed out.',
    }),
  },
  '/session/entry/own-password/strength': {
    post: operation('session', 'own_password_strength', 'How hard a password is to guess', {
      body: object({ password: text }),
      answer: strength,
      fails: [400, 422],
    }),
  },
  '/session/entry/messages/{id}/link': {
    post: operation('session', 'entry_message_link', 'The link of a message, to be handed over in person', {
      parameters: parameters('id'),
      answer: object({ link: text }),
      fails: [403, 404, 410, 422],
      description: 'Only where no mail server is configured. Every look is entered in the trail.',
    }),
  },
};
