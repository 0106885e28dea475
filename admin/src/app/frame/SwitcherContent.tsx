import { resourceLabel } from '@kontor/shared';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import Close from 'icon/Close';
import Search from 'icon/Search';
import { useTranslate } from 'ra-core';
import { type KeyboardEvent, useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { score } from '../fold.ts';
import { DeclaredIcon, ModuleIcon } from '../icons.tsx';
import { searchText, useNavigation } from '../navigation.ts';
import { useLocale, useTexts } from '../texts.ts';

const texts = {
  overview: { de: 'Überblick', en: 'Overview' },
  filter: { de: 'Bereich oder Liste suchen', en: 'Find an area or a list' },
  nothing: { de: 'Dazu gibt es keinen Bereich und keine Liste.', en: 'There is no such area or list.' },
};

/** The modules with their lists, filtered while typing; Enter opens the first. */
export default function SwitcherContent({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts(texts);
  const translate = useTranslate();
  const locale = useLocale();
  const navigate = useNavigate();
  const navigation = useNavigation();
  const [query, setQuery] = useState('');
  const found = navigation
    .map(({ name, label, icon, resources, dashboard }) => ({
      name,
      label,
      entries: [
        ...(dashboard
          ? [
              {
                to: `/overview/${name}`,
                text: t('overview'),
                words: `${texts.overview.de} / ${texts.overview.en}`,
                icon: <ModuleIcon name={icon} />,
              },
            ]
          : []),
        ...resources.map((resource) => ({
          to: `/${resource.name}`,
          text: resourceLabel(resource, locale),
          words: searchText(resource),
          icon: <DeclaredIcon name={resource.icon} sx={{ color: 'text.secondary' }} />,
        })),
      ].filter(({ words }) => !query || score(query, `${label[locale]} ${words}`) > 0),
    }))
    .filter(({ entries }) => entries.length > 0);
  // what is called so itself, before what only belongs to a module of that name
  const [first] = found
    .flatMap(({ entries }) => entries)
    .toSorted((one, other) => (query ? score(query, other.words) - score(query, one.words) : 0));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !first) return;
    onClose();
    navigate(first.to);
  };
  return (
    <>
      <Box
        sx={{
          display: 'flex',
          gap: 1,
          alignItems: 'center',
          p: 1.5,
          position: 'sticky',
          top: 0,
          bgcolor: 'background.paper',
          zIndex: 1,
        }}
      >
        <TextField
          fullWidth
          autoFocus
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={onKeyDown}
          placeholder={t('filter')}
          slotProps={{
            htmlInput: { 'aria-label': t('filter') },
            input: {
              startAdornment: (
                <InputAdornment position="start">
                  <Search fontSize="small" />
                </InputAdornment>
              ),
            },
          }}
        />
        <IconButton onClick={onClose} aria-label={translate('ra.action.close')}>
          <Close fontSize="small" />
        </IconButton>
      </Box>
      <Box component="nav" aria-label={t('filter')} sx={{ px: 1.5, pb: 3 }}>
        {found.map((module) => (
          <Box key={module.name} component="section" sx={{ mt: 1.5 }}>
            <Typography
              component="h2"
              variant="overline"
              color="text.secondary"
              sx={{ display: 'flex', gap: 1, alignItems: 'center', px: 1 }}
            >
              {module.label[locale]}
            </Typography>
            {module.entries.map((entry) => (
              <ButtonBase
                key={entry.to}
                component={Link}
                to={entry.to}
                onClick={onClose}
                sx={{
                  width: '100%',
                  minHeight: 38,
                  px: 1,
                  gap: 1.25,
                  borderRadius: 1,
                  justifyContent: 'flex-start',
                  bgcolor: query && entry === first ? 'action.selected' : undefined,
                  '&:hover': { bgcolor: 'action.hover' },
                }}
              >
                {entry.icon}
                {entry.text}
              </ButtonBase>
            ))}
          </Box>
        ))}
        {found.length === 0 && (
          <Typography color="text.secondary" sx={{ px: 1, py: 3 }}>
            {t('nothing')}
          </Typography>
        )}
      </Box>
    </>
  );
}
