import { specimenModel } from '@kontor/shared/testing/specimens';
import { behaviours } from '../modules/index.ts';
import { startTestKontor, type TestKontor } from './harness.ts';

/** Kontor with everything that is declared, and the specimens. */
export const startSpecimens = (): Promise<TestKontor> =>
  startTestKontor({
    model: specimenModel,
    behaviours: {
      ...behaviours,
      specimens: { actions: { stamp: async ({ input }) => ({ long_value: `gestempelt: ${input.mark}` }) } },
    },
  });
