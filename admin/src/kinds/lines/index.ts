import { lazy } from 'react';
import { NoFilter } from '../common/NoFilter.tsx';
import type { KindView } from '../view.ts';
import { Display } from './Display.tsx';

const Input = lazy(() => import('./Input.tsx').then((module) => ({ default: module.Input })));

export const linesView: KindView = { Input, Display, Filter: NoFilter, wide: true };
