import { BaseSequencer } from 'vitest/node';

/** An order of test files in which those named, the longest ones, begin first: no worker ends long after the other. */
export const longestFirst = (names) =>
  class extends BaseSequencer {
    async sort(files) {
      const place = ({ moduleId }) => {
        const found = names.findIndex((name) => moduleId.includes(`${name}.test.`));
        return found < 0 ? names.length : found;
      };
      return (await super.sort(files)).sort((one, other) => place(one) - place(other));
    }
  };
