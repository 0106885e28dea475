import type { Resource } from '@kontor/shared';
import Button from '@mui/material/Button';
import ButtonGroup from '@mui/material/ButtonGroup';
import Tooltip from '@mui/material/Tooltip';
import CalendarIcon from 'icon/CalendarTodayOutlined';
import ListIcon from 'icon/ViewListOutlined';
import BoardIcon from 'icon/ViewWeekOutlined';
import { Link } from 'react-router-dom';
import type { FilterValues } from '../filters/entries.ts';
import { useWords } from '../useWords.ts';
import { type ViewName, viewPath } from './viewPath.ts';

export interface ViewSwitchProps {
  readonly resource: Resource;
  readonly current: ViewName;
  /** Goes along to the other view. */
  readonly filter: FilterValues;
}

/** The same records as list, board or calendar. Links, so that they open in a tab as well. */
export function ViewSwitch({ resource, current, filter }: ViewSwitchProps) {
  const t = useWords();
  const views: { name: ViewName; icon: typeof ListIcon; there: boolean }[] = [
    { name: 'list', icon: ListIcon, there: true },
    { name: 'board', icon: BoardIcon, there: Boolean(resource.views?.board) },
    { name: 'calendar', icon: CalendarIcon, there: Boolean(resource.views?.calendar) },
  ];
  const offered = views.filter((view) => view.there);
  if (offered.length < 2) return null;
  return (
    <ButtonGroup variant="outlined" aria-label={t('view_mode')}>
      {offered.map(({ name, icon: Icon }) => (
        <Tooltip key={name} title={t(name)}>
          <Button
            component={Link}
            to={viewPath(resource.name, name, filter)}
            aria-label={t(name)}
            aria-current={name === current ? 'page' : undefined}
            sx={{ px: 1.25, ...(name === current ? { bgcolor: 'action.selected', color: 'primary.main' } : {}) }}
          >
            <Icon fontSize="small" />
          </Button>
        </Tooltip>
      ))}
    </ButtonGroup>
  );
}
