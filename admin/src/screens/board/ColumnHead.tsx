import { formatDecimal, type Resource } from '@kontor/shared';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import AddIcon from 'icon/Add';
import { Link } from 'react-router-dom';
import { roughText } from '../../app/fieldText.ts';
import { useLocale } from '../../app/texts.ts';
import { useWords } from './words.ts';

export interface ColumnHeadProps {
  readonly resource: Resource;
  readonly label: string;
  /** Count and sum over the whole column; absent while they are on their way. */
  readonly figure?: Record<string, any> | undefined;
  /** Why the card that is being dragged can not be dropped here; empty when it can. */
  readonly closed: string;
  /** Where a record of this column is created; absent when it can not be. */
  readonly createPath?: string | undefined;
}

/** The head of a column: its name, how many and how much, and a way to add one. Stays in sight. */
export function ColumnHead({ resource, label, figure, closed, createPath }: ColumnHeadProps) {
  const t = useWords();
  const locale = useLocale();
  const { sum } = resource.views!.board!;
  const amount = sum && figure?.[`sum_${sum}`];
  const sumField = sum ? resource.fields[sum] : undefined;
  return (
    <Box
      sx={{
        position: 'sticky',
        top: 0,
        zIndex: 1,
        bgcolor: 'frame.sunken',
        borderRadius: 1,
        px: 1.5,
        pt: 1,
        pb: 0.5,
        display: 'flex',
        alignItems: 'center',
        columnGap: 1,
        // amounts have a line of their own: beside the name the last figures of long ones were cut off
        flexWrap: sumField ? 'wrap' : 'nowrap',
        minHeight: 44,
      }}
    >
      <Typography variant="h3" component="h2" noWrap sx={{ flexShrink: 0, maxWidth: '60%' }}>
        {label}
      </Typography>
      <Typography color="text.secondary" sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {figure && !closed ? formatDecimal(String(figure.count), locale) : ''}
      </Typography>
      <Typography
        noWrap
        variant="body2"
        color="text.secondary"
        title={closed || undefined}
        sx={{
          ml: 'auto',
          fontVariantNumeric: 'tabular-nums',
          ...(sumField ? { order: 1, ml: 0, flexBasis: '100%', minHeight: 20 } : {}),
        }}
      >
        {closed
          ? closed
          : sumField && amount && Number(amount) !== 0
            ? roughText(sumField, String(amount), locale)
            : ''}
      </Typography>
      {createPath && (
        <Tooltip title={t('create_in', { state: label })}>
          <IconButton
            size="small"
            component={Link}
            to={createPath}
            aria-label={t('create_in', { state: label })}
            sx={sumField ? { ml: 'auto', my: -1 } : {}}
          >
            <AddIcon fontSize="small" />
          </IconButton>
        </Tooltip>
      )}
    </Box>
  );
}
