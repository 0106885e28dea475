import { lazy } from 'react';
import type { KindView } from '../view.ts';
import { Display } from './Display.tsx';

const Input = lazy(() => import('./Input.tsx').then((module) => ({ default: module.Input })));
const Filter = lazy(() => import('./Filter.tsx').then((module) => ({ default: module.Filter })));

export const subjectView: KindView = { Input, Display, Filter };
