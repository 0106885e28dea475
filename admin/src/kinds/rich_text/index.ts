import { lazy } from 'react';
import { ContainsFilter } from '../common/ContainsFilter.tsx';
import type { KindView } from '../view.ts';
import { Display } from './Display.tsx';

const Input = lazy(() => import('./Input.tsx').then((module) => ({ default: module.Input })));

export const richTextView: KindView = { Input, Display, Filter: ContainsFilter, wide: true };
