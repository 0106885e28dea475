import { fieldNamed, type Resource } from '@kontor/shared';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { LinkReview } from '../../providers/dataProvider.ts';
import type { Choices } from './mapping.ts';
import { useWords } from './words.ts';

/** What the select holds where nothing was chosen, and where the field is to stay empty. */
const open = '';
const empty = 'empty';

export interface LinksStepProps {
  readonly resource: Resource;
  readonly links: readonly LinkReview[];
  readonly choices: Choices;
  readonly onChoose: (column: string, text: string, id: string | null | undefined) => void;
  /** Checks anew; absent while nothing was chosen since the last check. */
  readonly onCheck?: () => void;
}

/** Texts that name no record or several: the user says which one is meant, the likeliest first. */
export function LinksStep({ resource, links, choices, onChoose, onCheck }: LinksStepProps) {
  const t = useWords();
  const choiceOf = ({ column, text }: LinkReview) => choices[column]?.[text];
  return (
    <Box component="section" aria-labelledby="import-links" sx={{ display: 'grid', gap: 1.5 }}>
      <Box>
        <Typography id="import-links" variant="h3">
          {t('links_title')}
        </Typography>
        <Typography variant="body2" color="text.secondary" sx={{ mt: 0.5 }}>
          {t('links_text')}
        </Typography>
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, maxHeight: { sm: 360 }, overflow: { sm: 'auto' } }}>
        {links.map((link) => {
          const { column, field, text, rows, candidates } = link;
          const choice = choiceOf(link);
          const may = field.includes('.') || !fieldNamed(resource, field)?.required;
          return (
            <Box
              component="li"
              key={`${column} ${text}`}
              sx={{
                display: 'grid',
                gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 1fr) minmax(0, 1.4fr)' },
                gap: { xs: 0.75, sm: 2 },
                alignItems: 'center',
                py: 1,
                borderTop: 1,
                borderColor: 'divider',
              }}
            >
              <Box>
                <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{text}</Typography>
                <Typography variant="body2" color="text.secondary">
                  {`${column}, ${t('link_rows', { count: rows })}`}
                </Typography>
              </Box>
              {candidates.length === 0 && !may ? (
                <Typography variant="body2" color="text.secondary">
                  {t('link_none')}
                </Typography>
              ) : (
                <TextField
                  select
                  size="small"
                  fullWidth
                  value={choice === undefined ? open : (choice ?? empty)}
                  onChange={({ target: { value } }) =>
                    onChoose(column, text, value === open ? undefined : value === empty ? null : value)
                  }
                  slotProps={{
                    select: { displayEmpty: true },
                    htmlInput: { 'aria-label': t('link_for', { text }) },
                  }}
                >
                  <MenuItem value={open}>{t(candidates.length === 0 ? 'link_none' : 'link_open')}</MenuItem>
                  {candidates.map(({ id, title, hint, likeness }) => (
                    <MenuItem key={id} value={id} sx={{ whiteSpace: 'normal' }}>
                      {[title, hint].filter(Boolean).join(' · ')}
                      <Typography component="span" variant="body2" color="text.secondary" sx={{ ml: 1 }}>
                        {t('link_like', { share: Math.round(likeness * 100) })}
                      </Typography>
                    </MenuItem>
                  ))}
                  {may && <MenuItem value={empty}>{t('link_empty')}</MenuItem>}
                </TextField>
              )}
            </Box>
          );
        })}
      </Box>
      {onCheck && (
        <Box>
          <Button variant="contained" onClick={onCheck}>
            {t('links_check')}
          </Button>
        </Box>
      )}
    </Box>
  );
}
