import { fieldLabel, fieldNamed, type Resource } from '@kontor/shared';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import ErrorOutline from 'icon/ErrorOutlined';
import { useGetList } from 'ra-core';
import { type DragEvent, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { recordTitle } from '../../app/recordTitle.ts';
import { useLocale } from '../../app/texts.ts';
import { useDeclaration } from '../../declarations.ts';
import { embedNames } from '../../kinds/common/embed.ts';
import { Hidden } from '../../kinds/common/Hidden.tsx';
import { daysBetween, isWithin, type Lane, lanesOf, type Placed } from './lanes.ts';
import { useWords } from './words.ts';

/** Records that have nothing yet, at most: more are looked for in their list. */
const most = 200;

interface LanesProps {
  readonly resource: Resource;
  /** The field whose records are the lanes. */
  readonly field: string;
  readonly days: readonly string[];
  readonly today: string;
  readonly placed: readonly Placed[];
  readonly editable: boolean;
  /** Something was dragged some days on, and to another lane, where the field can say so. */
  readonly onMove: (one: Placed, days: number, lane: string | null | undefined) => void;
}

/** What takes place, side by side: a row for each person or room, a column for each day. Who is free stands below. */
export function Lanes({ resource, field: name, days, today, placed, editable, onMove }: LanesProps) {
  const t = useWords();
  const locale = useLocale();
  const field = fieldNamed(resource, name)!;
  const target = useDeclaration(String(field.to));
  const [first] = target.title;
  const { data: all } = useGetList(target.name, {
    pagination: { page: 1, perPage: most },
    sort: { field: first ?? 'id', order: 'ASC' },
    meta: { embed: embedNames(target).filter((one) => target.title.includes(one)) },
  });
  const others = (all ?? []).map((record) => ({ id: String(record.id), title: recordTitle(target, record, locale) }));
  const lanes = lanesOf(
    placed.filter((one) => isWithin(one, days)),
    name,
    others,
  );
  const [dragged, setDragged] = useState<{ one: Placed; lane: string | null; day: string }>();
  const [over, setOver] = useState<string>();
  // a list of people is changed elsewhere; one reference can be set by dropping
  const changes = field.kind === 'reference' && !field.readOnly && !field.copies;
  const columns = `190px repeat(${days.length}, minmax(76px, 1fr))`;
  const language = locale === 'de' ? 'de-DE' : 'en-GB';
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  const date = new Intl.DateTimeFormat(language, { day: '2-digit', month: '2-digit', timeZone: 'UTC' });
  // `Mo 30.11.`, all of which has room
  const head = (day: string) => `${weekday.format(new Date(day)).replace('.', '')} ${date.format(new Date(day))}`;
  const cell = (lane: Lane, day: string) => {
    const key = `${lane.id} ${day}`;
    const allowed = dragged !== undefined && (changes || dragged.lane === lane.id);
    return (
      <Box
        key={day}
        role="cell"
        onDragOver={(event: DragEvent) => {
          if (!allowed) return;
          event.preventDefault();
          setOver(key);
        }}
        onDrop={(event: DragEvent) => {
          event.preventDefault();
          setOver(undefined);
          if (!dragged) return;
          onMove(dragged.one, daysBetween(dragged.day, day), changes && dragged.lane !== lane.id ? lane.id : undefined);
        }}
        sx={{
          minWidth: 0,
          minHeight: 32,
          p: '2px',
          borderBottom: 1,
          borderLeft: 1,
          borderColor: 'divider',
          bgcolor: over === key && allowed ? 'action.hover' : day === today ? 'action.selected' : undefined,
        }}
      >
        {(lane.days.get(day) ?? []).map((one) => {
          const clash = lane.clashes.has(one.id);
          const hour = one.start.length > 10 ? one.start.slice(11, 16) : '';
          return (
            <ButtonBase
              key={one.id}
              component={RouterLink}
              to={`/${resource.name}/${encodeURIComponent(one.id)}/show`}
              data-record={one.id}
              draggable={editable}
              onDragStart={() => setDragged({ one, lane: lane.id, day })}
              onDragEnd={() => setDragged(undefined)}
              title={[clash && t('clash'), hour, one.title, editable && t('keys')].filter(Boolean).join(' · ')}
              {...(editable ? { 'aria-keyshortcuts': 'F2' } : {})}
              sx={(theme) => ({
                display: 'block',
                width: '100%',
                mb: '2px',
                px: 0.5,
                py: '1px',
                borderRadius: '4px',
                border: 1,
                borderLeft: 3,
                borderColor: clash ? 'error.main' : 'divider',
                borderLeftColor: clash ? 'error.main' : theme.palette.tones[one.tone].text,
                bgcolor: 'background.paper',
                color: 'text.primary',
                fontSize: theme.typography.caption.fontSize,
                lineHeight: '16px',
                textAlign: 'left',
                overflow: 'hidden',
              })}
            >
              {clash && <ErrorOutline color="error" sx={{ fontSize: 12, mr: 0.25, verticalAlign: '-2px' }} />}
              <strong>{hour}</strong>
              <Box
                component="span"
                lang={locale}
                sx={{
                  display: '-webkit-box',
                  WebkitBoxOrient: 'vertical',
                  WebkitLineClamp: 2,
                  overflow: 'hidden',
                  overflowWrap: 'anywhere',
                  hyphens: 'auto',
                }}
              >
                {one.title}
              </Box>
            </ButtonBase>
          );
        })}
      </Box>
    );
  };
  return (
    <Box
      role="table"
      aria-label={fieldLabel(field, name, locale)}
      sx={{
        height: '100%',
        overflow: 'auto',
        display: 'grid',
        gridTemplateColumns: columns,
        gridAutoRows: 'max-content', // several at a day lie below each other, however many rows there are
        alignContent: 'start',
        border: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      <Box role="row" sx={{ display: 'contents' }}>
        <Head corner>{fieldLabel(field, name, locale)}</Head>
        {days.map((day) => (
          <Head key={day} today={day === today}>
            {head(day)}
          </Head>
        ))}
      </Box>
      {lanes.map((lane) => (
        <Box role="row" key={String(lane.id)} sx={{ display: 'contents' }}>
          <Box
            role="rowheader"
            sx={{
              position: 'sticky',
              left: 0,
              zIndex: 1,
              px: 1,
              py: 0.75,
              minWidth: 0,
              bgcolor: 'background.paper',
              borderBottom: 1,
              borderColor: 'divider',
            }}
          >
            {lane.id === null ? (
              <Typography color="warning.main" noWrap>
                {t('nobody')}
              </Typography>
            ) : lane.title === null ? (
              <Hidden />
            ) : (
              <Link
                component={RouterLink}
                to={`/${target.name}/${lane.id}/show`}
                color="text.primary"
                noWrap
                sx={{ display: 'block' }}
                title={lane.title}
              >
                {lane.title}
              </Link>
            )}
          </Box>
          {days.map((day) => cell(lane, day))}
        </Box>
      ))}
    </Box>
  );
}

function Head({ corner, today, children }: { corner?: boolean; today?: boolean; children: React.ReactNode }) {
  return (
    <Typography
      role="columnheader"
      variant="caption"
      noWrap
      sx={{
        position: 'sticky',
        top: 0,
        ...(corner ? { left: 0 } : {}),
        zIndex: corner ? 3 : 2,
        px: 1,
        py: 0.75,
        minHeight: 32,
        fontWeight: 600,
        color: today ? 'primary.main' : 'text.secondary',
        bgcolor: 'background.paper',
        borderBottom: 1,
        borderLeft: corner ? 0 : 1,
        borderColor: 'divider',
      }}
    >
      {children}
    </Typography>
  );
}
