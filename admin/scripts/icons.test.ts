import { model } from '@kontor/shared/modules/index';
import { expect, test } from 'vitest';
import { isIcon } from '../icons.plugin.ts';
import { iconComponent, iconNames } from '../manifest.plugin.ts';

test('every icon that a declaration names is there', () => {
  const named = [...new Set([...model.modules.map(({ icon }) => icon), ...iconNames(model)])];
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((name) => !iconComponent(name))).toEqual([]);
});

test('names are those of Material icons, outlined where there is such a one', () => {
  expect(['task_alt', 'add', 'sticky_note', 'filter_1', 'no_such_icon'].map(iconComponent)).toEqual([
    'TaskAltOutlined',
    'AddOutlined',
    'StickyNote2Outlined',
    'Filter1Outlined',
    undefined,
  ]);
  expect([isIcon('Add'), isIcon('DeleteOutlined'), isIcon('../secret')]).toEqual([true, true, false]);
});
