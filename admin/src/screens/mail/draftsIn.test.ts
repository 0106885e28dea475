import { expect, test } from 'vitest';
import { draftsIn } from './draftsIn.ts';

test('mails among what would happen are those that would be created', () => {
  const mail = (operation: string, resource: string, more: object = {}) => ({
    resource,
    operation,
    id: 'm',
    title: null,
    changes: Object.entries({
      to: 'ada@mail.example',
      to_name: 'Ada',
      subject: 'Hallo',
      html: '<p>Hallo</p>',
      ...more,
    }).map(([field, after]) => ({ field, before: null, after })),
  });
  const changes = [
    mail('create', 'letters', { invitation: 'request' }),
    mail('update', 'letters'),
    mail('create', 'tasks'),
    mail('create', 'letters', { to_name: null, invitation: 'cancel' }),
    mail('create', 'letters'),
  ];
  const drafts = draftsIn({ changes } as never, 'letters');
  expect(drafts).toEqual([
    { to: 'ada@mail.example', name: 'Ada', subject: 'Hallo', html: '<p>Hallo</p>', dated: 'dated_request' },
    { to: 'ada@mail.example', name: null, subject: 'Hallo', html: '<p>Hallo</p>', dated: 'dated_cancel' },
    { to: 'ada@mail.example', name: 'Ada', subject: 'Hallo', html: '<p>Hallo</p>' },
  ]);
});
