import { expect, test } from 'vitest';
import { seriesOf } from './series.ts';

const berlin = 'Europe/Berlin';
const on = (date: string, from = '08:00', to = '15:00') => ({
  from: `${date}T${from}:00.000Z`,
  to: `${date}T${to}:00.000Z`,
});

test('days in a row repeat; what lies on one day is one date', () => {
  expect(seriesOf([], berlin)).toBeUndefined();
  expect(seriesOf([on('2027-06-01'), on('2027-06-01', '16:00', '18:00')], berlin)).toBeUndefined();
  expect(seriesOf([on('2027-06-01'), on('2027-06-02'), on('2027-06-03')], berlin)).toEqual({
    ends: '2027-06-01T15:00:00.000Z',
    interval: 1,
    count: 3,
    without: [],
    other: [],
  });
});

test('every week is every seventh day; what is missing in between is left out, other times are told', () => {
  expect(seriesOf([on('2027-06-01'), on('2027-06-08'), on('2027-06-15')], berlin)).toMatchObject({
    interval: 7,
    count: 3,
  });
  const spans = [
    on('2027-06-03'),
    on('2027-06-04', '07:00', '12:00'),
    on('2027-06-07'),
    on('2027-06-07', '16:00', '17:00'),
  ];
  expect(seriesOf(spans, berlin)).toEqual({
    ends: '2027-06-03T15:00:00.000Z',
    interval: 1,
    count: 5,
    without: ['2027-06-05T08:00:00.000Z', '2027-06-06T08:00:00.000Z'],
    other: [
      { at: '2027-06-04T08:00:00.000Z', ...on('2027-06-04', '07:00', '12:00') },
      { at: '2027-06-07T08:00:00.000Z', ...on('2027-06-07', '08:00', '17:00') },
    ],
  });
});

test('the change of clocks moves a day; late in the evening counts by the clock of the company', () => {
  // 9 o’clock in Berlin on Friday before and on Monday after the clocks are put forward
  expect(seriesOf([on('2027-03-26', '08:00', '15:00'), on('2027-03-29', '07:00', '14:00')], berlin)).toMatchObject({
    interval: 3,
    count: 2,
    other: [{ at: '2027-03-29T08:00:00.000Z', from: '2027-03-29T07:00:00.000Z' }],
  });
  // 23:30 UTC is the next day in Berlin
  expect(seriesOf([on('2027-06-01', '23:30', '23:50'), on('2027-06-02', '06:00', '07:00')], berlin)).toBeUndefined();
});

test('years with nothing in between are one span', () => {
  expect(seriesOf([on('2027-06-01'), on('2028-12-31')], berlin)).toMatchObject({ count: 2 });
  expect(seriesOf([on('2027-06-01'), on('2027-06-02'), on('2028-12-31')], berlin)).toBeUndefined();
});
