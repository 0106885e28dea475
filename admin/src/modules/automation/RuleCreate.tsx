import type { ScreenProps } from '../../app/registry.ts';
import Create from '../../screens/form/Create.tsx';
import { RuleForm } from './RuleForm.tsx';

/** A new rule, as a sentence: the generated form does not know which dates and states the chosen records have. */
export default function RuleCreate(props: ScreenProps) {
  return <Create {...props} body={RuleForm} />;
}
