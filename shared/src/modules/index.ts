import { defineModel } from '../define/model.ts';
import { type ByName, defineModules, type NamesOf } from '../define/module.ts';
import { automation } from './automation/index.ts';
import { communication } from './communication/index.ts';
import { crm } from './crm/index.ts';
import { documents } from './documents/index.ts';
import { identity } from './identity/index.ts';
import { organization } from './organization/index.ts';
import { platform } from './platform/index.ts';
import { purchasing } from './purchasing/index.ts';
import { trainings } from './trainings/index.ts';
import { work } from './work/index.ts';

/** All modules of Kontor. */
export const modules = defineModules(
  trainings,
  crm,
  work,
  communication,
  documents,
  automation,
  organization,
  purchasing,
  identity,
  platform,
);

export type ResourceName = NamesOf<typeof modules>;
export type ResourceNamed<N extends ResourceName> = ByName<typeof modules, N>;

/** Everything that is declared. */
export const model = defineModel(modules);
