import { specimenModel } from '@kontor/shared/testing/specimens';
import type { Behaviours } from '../engine/behaviour.ts';
import { behaviours } from '../modules/index.ts';
import { startTestKontor, type TestKontor } from './harness.ts';

export const specimenBehaviours: Behaviours = {
  ...behaviours,
  specimens: { actions: { stamp: async ({ input }) => ({ long_value: `gestempelt: ${input.mark}` }) } },
};

/** Kontor with everything that is declared, and the specimens. */
export const startSpecimens = (): Promise<TestKontor> =>
  startTestKontor({ model: specimenModel, behaviours: specimenBehaviours });
