import { lazy } from 'react';
import { NullFilter } from '../common/NullFilter.tsx';
import type { KindView } from '../view.ts';
import { Display } from './Display.tsx';

const Input = lazy(() => import('./Input.tsx').then((module) => ({ default: module.Input })));

export const addressView: KindView = { Input, Display, Filter: NullFilter, wide: true };
