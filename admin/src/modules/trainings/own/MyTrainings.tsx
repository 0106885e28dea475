import { MyRequests } from './MyRequests.tsx';
import { MySessions } from './MySessions.tsx';
import { useMyself } from './useMyself.ts';

/** What a trainer comes for: requests to answer, and where to be next. Nothing for those who lead no trainings. */
export default function MyTrainings() {
  const trainer = useMyself();
  if (!trainer) return null;
  return (
    <>
      <MyRequests trainer={trainer.id} />
      <MySessions trainer={trainer.id} />
    </>
  );
}
