import { type Grant, grantWords, labelText, type PermissionLine } from '@kontor/shared';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { RaRecord } from 'ra-core';
import { Suspense } from 'react';
import { Link } from 'react-router-dom';
import { useLocale } from '../../app/texts.ts';
import { labelOf, loadedDeclaration, manifestOf, useDeclaration } from '../../declarations.ts';
import { useMatrixWords } from './matrixWords.ts';

const listed = (text: string | null): string[] => (text ?? '').split(/[\s,]+/).filter(Boolean);

/** What steps and actions are called, as far as declarations are loaded. */
function stepOf(name: string, operation: string, locale: 'de' | 'en'): string | undefined {
  const [kind, step = ''] = operation.split('.');
  const resource = loadedDeclaration(name);
  const declared = (kind === 'transition' ? resource?.workflow?.transitions : resource?.actions)?.[step];
  return declared && labelText(declared.label, step, locale);
}

function Sentence({ line }: { readonly line: PermissionLine }) {
  const t = useMatrixWords();
  const locale = useLocale();
  const guards = listed(line.guards);
  const grant: Grant = {
    pattern: line.pattern,
    ...(line.effect === 'deny' ? { deny: true } : {}),
    ...(guards.length ? { guards } : {}),
    ...(line.aside ? { aside: true } : {}),
  };
  return grantWords(grant, { who: t('this_role'), scope: listed(line.scope)[0] ?? 'all' }, locale, {
    area: (name) => (manifestOf(name) ? labelOf(name, locale) : undefined),
    step: (name, operation) => stepOf(name, operation, locale),
  });
}

/** Waits for the declaration that knows what its steps are called. */
function Loaded({ line }: { readonly line: PermissionLine }) {
  useDeclaration(line.pattern.split('.')[0]!);
  return <Sentence line={line} />;
}

interface OtherLinesProps {
  readonly role: RaRecord;
  readonly lines: readonly PermissionLine[];
}

/** The lines of a role that its table can not show, as sentences, with the way to the form where they are changed. */
export function OtherLines({ role, lines }: OtherLinesProps) {
  const t = useMatrixWords();
  return (
    <Paper component="section" variant="outlined" aria-label={t('others')} sx={{ p: 2 }}>
      <Typography variant="h2">{t('others')}</Typography>
      <Typography color="text.secondary">{t('others_text')}</Typography>
      <Box component="ul" sx={{ my: 1.5, pl: 2.5, display: 'grid', gap: 0.5 }}>
        {lines.map((line) => (
          <li key={line.id ?? JSON.stringify(line)}>
            <Suspense fallback={line.pattern}>
              {manifestOf(line.pattern.split('.')[0]!) ? <Loaded line={line} /> : <Sentence line={line} />}
            </Suspense>
          </li>
        ))}
      </Box>
      <Button component={Link} to={`/roles/${role.id}`} variant="outlined" size="small">
        {t('edit_form')}
      </Button>
    </Paper>
  );
}
