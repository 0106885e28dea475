import type { ScreenProps } from '../../app/registry.ts';
import Show from '../../screens/show/Show.tsx';
import { RuleOverview } from './RuleOverview.tsx';

/** The page of a rule: what it says in words, and what it would do; the generated one shows the names of its fields. */
export default function RuleShow(props: ScreenProps) {
  return <Show {...props} overview={RuleOverview} />;
}
