import { useRefresh } from 'ra-core';
import { useState } from 'react';
import { useSay } from '../../app/feedback/useSay.ts';
import { DueDate } from '../../app/home/DueDate.tsx';
import { TickButton } from '../../app/home/TickButton.tsx';
import { TileRow } from '../../app/home/TileRow.tsx';
import { useTexts } from '../../app/texts.ts';
import { useCan } from '../../providers/access.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import type { Task } from './due.ts';

const texts = {
  complete: { de: '„{name}“ erledigen', en: 'Complete “{name}”' },
  completed: { de: '„{name}“ ist erledigt.', en: '“{name}” is done.' },
  undo: { de: 'Rückgängig', en: 'Undo' },
};

/** One task: its name leads to it, the circle completes it. */
export function TaskRow({ task, overdue }: { readonly task: Task; readonly overdue: boolean }) {
  const t = useTexts(texts);
  const kontor = useKontor();
  const refresh = useRefresh();
  const say = useSay();
  const can = useCan();
  const [busy, setBusy] = useState(false);
  const act = async (action: string, version?: number) => {
    setBusy(true);
    try {
      await kontor.act('tasks', task.id, action, version === undefined ? {} : { version });
      if (action === 'complete')
        say({
          text: t('completed', { name: task.name }),
          action: { label: t('undo'), onClick: () => act('reopen') },
        });
      refresh();
    } catch (error) {
      say({ text: (error as Error).message, tone: 'error' });
    } finally {
      setBusy(false);
    }
  };
  const complete = () => void act('complete', task.version);
  return (
    <TileRow
      to={`/tasks/${task.id}/show`}
      title={task.name}
      detail={task._embedded?.subject?.title}
      lead={
        can('transition.complete', 'tasks') && (
          <TickButton label={t('complete', { name: task.name })} busy={busy} onTick={complete} />
        )
      }
      end={task.due_on && <DueDate date={task.due_on} overdue={overdue} />}
    />
  );
}
