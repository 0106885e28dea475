import { model } from '@kontor/shared/modules/index';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../testing/harness.ts';

const panels = model.modules.flatMap(({ name, dashboard = [] }) =>
  dashboard.map((panel, index) => ({ place: `${name} ${index} ${panel.show} of ${panel.of}`, panel })),
);
const json = (value: unknown) => encodeURIComponent(JSON.stringify(value));

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor();
});
afterAll(() => kontor.stop());

describe('what overviews show', () => {
  test.each(panels)('$place is answered', async ({ panel }) => {
    const { of, filter = {} } = panel;
    const ask = (path: string) => kontor.admin('GET', `/${of}${path}filter=${json(filter)}`);
    if (panel.show === 'figure' || panel.show === 'bars') {
      const by = panel.show === 'bars' ? panel : undefined;
      const group = by ? [by.part ? `${by.group}:${by.part}` : by.group, ...(by.split ? [by.split] : [])] : [];
      const figures = await ask(`/aggregate?group=${json(group)}&measures=${json(by?.measures ?? ['count'])}&`);
      expect([figures.status, figures.body]).toEqual([200, by ? [] : [{ count: 0 }]]);
    } else if (panel.show === 'load') {
      const days = await ask(`/aggregate?group=${json([panel.group])}&measures=${json([`days:${panel.days}`])}&`);
      expect([days.status, days.body]).toEqual([200, []]);
    } else {
      const rows = await ask(`?sort=${json(panel.sort)}&range=[0,5]&`);
      expect([rows.status, rows.body]).toEqual([200, []]);
    }
  });
});
