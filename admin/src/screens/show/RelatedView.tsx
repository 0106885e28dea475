import { useDeclaration } from '../../declarations.ts';
import { Files } from '../files/Files.tsx';
import { Related, type RelatedProps } from './Related.tsx';

/** What belongs to a record: as files where the other resource is declared to hold them, else as a list. */
export default function RelatedView(props: RelatedProps) {
  const { views } = useDeclaration(props.relation.resource);
  const files = views?.files && props.relation.kind === 'subject';
  return files ? <Files {...props} /> : <Related {...props} />;
}
