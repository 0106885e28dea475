import { expect, test } from 'vitest';
import { answerTo, conversationOf, type MailRow } from './answer.ts';

const row: MailRow = {
  id: '1',
  direction: 'in',
  from: 'mia@example.de',
  from_name: 'Mia "<Weiß>"',
  to: 'haus@example.de',
  to_name: null,
  role: 'to',
  subject: 'Re: AW: Angebot',
  text: 'Passt <b>nicht</b>\nganz\n\nMia',
  html: null,
  mail: '1',
  thread: 't',
  created_at: '2026-03-01T10:00:00.000Z',
  sent_at: null,
  received_at: '2026-03-01T09:00:00.000Z',
};

test('an answer goes to who wrote, with one mark before the subject, and the text quoted as letters', () => {
  expect(answerTo(row, 'de', '01.03.2026, 10:00')).toEqual({
    id: '1',
    to: 'Mia Weiß <mia@example.de>',
    subject: 'AW: Angebot',
    html: '<p></p><p>Am 01.03.2026, 10:00 schrieb Mia &quot;&lt;Weiß&gt;&quot;:</p><blockquote><p>Passt &lt;b&gt;nicht&lt;/b&gt;<br>ganz</p><p>Mia</p></blockquote>',
  });
});

test('what one has written oneself goes on to whom it went', () => {
  const own = {
    ...row,
    direction: 'out',
    from: null,
    from_name: null,
    to: 'a@example.de',
    html: '<p>Hallo</p>',
  } as const;
  const { to, subject, html } = answerTo({ ...own, created_by_name: 'Anna' }, 'en', '1 March');
  expect([to, subject]).toEqual(['a@example.de', 'Re: Angebot']);
  expect(html).toContain('On 1 March Anna wrote:</p><blockquote><p>Hallo</p>');
});

test('copies of one mail are one in a conversation, in the order of what happened', () => {
  const sent = { ...row, direction: 'out', received_at: null, sent_at: '2026-03-01T08:00:00.000Z', mail: 'm' } as const;
  const told = conversationOf([
    row,
    { ...sent, id: '2', to: 'a@example.de' },
    { ...sent, id: '3', to: 'b@example.de', to_name: 'B' },
  ]);
  expect(told.map(({ mail, recipients }) => [mail.id, recipients])).toEqual([
    ['2', ['a@example.de', 'B']],
    ['1', ['haus@example.de']],
  ]);
});
