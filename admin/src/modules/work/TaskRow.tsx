import { formatDate } from '@kontor/shared';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import CheckCircleOutline from 'icon/CheckCircleOutline';
import RadioButtonUnchecked from 'icon/RadioButtonUnchecked';
import { useRefresh } from 'ra-core';
import { useState } from 'react';
import { useSay } from '../../app/feedback/useSay.ts';
import { TileRow } from '../../app/home/TileRow.tsx';
import { useLocale, useTexts } from '../../app/texts.ts';
import { useCan } from '../../providers/access.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import type { Task } from './due.ts';

const texts = {
  complete: { de: '„{name}“ erledigen', en: 'Complete “{name}”' },
  completed: { de: '„{name}“ ist erledigt.', en: '“{name}” is done.' },
  undo: { de: 'Rückgängig', en: 'Undo' },
  overdue: { de: 'überfällig seit', en: 'overdue since' },
};

/** One task: its name leads to it, the circle completes it. */
export function TaskRow({ task, overdue }: { readonly task: Task; readonly overdue: boolean }) {
  const t = useTexts(texts);
  const locale = useLocale();
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
  const label = t('complete', { name: task.name });
  return (
    <TileRow
      to={`/tasks/${task.id}/show`}
      title={task.name}
      detail={task._embedded?.subject?.title}
      lead={
        can('transition.complete', 'tasks') && (
          <Tooltip title={label}>
            <span>
              <IconButton
                size="small"
                edge="start"
                disabled={busy}
                aria-label={label}
                onClick={() => act('complete', task.version)}
              >
                {busy ? <CheckCircleOutline fontSize="small" /> : <RadioButtonUnchecked fontSize="small" />}
              </IconButton>
            </span>
          </Tooltip>
        )
      }
      end={
        task.due_on && (
          <Typography
            variant="body2"
            noWrap
            sx={{ fontVariantNumeric: 'tabular-nums', color: overdue ? 'error.main' : 'text.secondary' }}
          >
            {formatDate(task.due_on, locale)}
          </Typography>
        )
      }
    />
  );
}
