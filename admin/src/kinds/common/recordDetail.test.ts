import { model } from '@kontor/shared/modules/index';
import { expect, test } from 'vitest';
import { detailOf } from './recordDetail.ts';

test('a choice is told apart by texts, else by its day, never by a figure', () => {
  const training = {
    id: 't',
    number: 'T-1',
    name: 'Segeln',
    revenue: '0',
    status: 'offered',
    first_session_at: '2031-03-10T08:00:00.000Z',
  };
  expect(detailOf(model.get('trainings'), training, 'de')).toMatch(/^10\.03\.2031 \d\d:00$/);
  expect(detailOf(model.get('trainings'), { ...training, first_session_at: null }, 'de')).toBe('');
  const session = {
    id: 's',
    name: 'Tag 1',
    starts_at: '2031-03-10T08:00:00.000Z',
    ends_at: '2031-03-10T16:00:00.000Z',
  };
  expect(detailOf(model.get('training_sessions'), session, 'de')).toMatch(/^10\.03\.2031 \d\d:00$/);
  const enrolment = { id: 'e', participant: 'Ada', status: 'enrolled', created_at: '2031-03-10T08:00:00.000Z' };
  expect(detailOf(model.get('enrolments'), enrolment, 'de')).toBe('');
  const person = {
    id: 'c',
    full_name: 'Ada Lovelace',
    email: 'ada@mail.example',
    created_at: '2031-03-10T08:00:00.000Z',
  };
  expect(detailOf(model.get('contacts'), person, 'de')).toContain('ada@mail.example');
});
