import type { ScreenProps } from '../../app/registry.ts';
import Edit from '../../screens/form/Edit.tsx';
import { RuleForm } from './RuleForm.tsx';

/** A rule as a sentence, with a preview of what is typed: the generated form does not know what the chosen records have. */
export default function RuleEdit(props: ScreenProps) {
  return <Edit {...props} body={RuleForm} />;
}
