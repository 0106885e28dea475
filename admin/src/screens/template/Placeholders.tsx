import { fieldLabel, labelText, resourceLabel, slotPath, slotsOf, type TemplateSlot } from '@kontor/shared';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Collapse from '@mui/material/Collapse';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import ExpandIcon from 'icon/ExpandMoreOutlined';
import { useId, useState } from 'react';
import { useSay } from '../../app/feedback/useSay.ts';
import { useLocale } from '../../app/texts.ts';
import { useDeclarations } from './useDeclarations.ts';
import { useWords } from './words.ts';

/** As it is written into the text: rows as a table of their first columns. */
const written = (slot: TemplateSlot): string =>
  slot.columns ? `{% table ${slotPath(slot)}: ${slot.columns.slice(0, 4).join(', ')} %}` : `{{ ${slotPath(slot)} }}`;

/** All placeholders of templates about a resource, by where they come from; a click copies one. */
export function Placeholders({ resource }: { readonly resource: string }) {
  const t = useWords();
  const id = useId();
  const locale = useLocale();
  const say = useSay();
  const [open, setOpen] = useState(false);
  const lookup = useDeclarations(open ? resource : undefined);
  const declared = lookup?.(resource);
  const slots = declared ? slotsOf(declared, lookup!) : [];
  const groups = Map.groupBy(slots, ({ root }) => root);
  const title = (root: string) => {
    const named =
      [...groups.keys()].indexOf(root) === 0 && declared ? resourceLabel(declared, locale, 'one') : undefined;
    if (named) return named;
    if (root === 'user') return t('user');
    if (root === 'today' || root === 'link') return t(root);
    if (root === 'brand') return t('brand');
    const field = declared && (declared.fields[`${root}_id`] ?? declared.fields[root]);
    return field ? labelText(field.label, root, locale) : root;
  };
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      say({ text: t('copied', { text }) });
    } catch {
      // a browser may refuse, or have no clipboard: then it can still be read and typed
      say({ text: t('not_copied', { text }), tone: 'info' });
    }
  };
  return (
    <Box>
      <Button
        size="small"
        color="inherit"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        endIcon={<ExpandIcon sx={{ transform: open ? 'rotate(180deg)' : 'none' }} />}
      >
        {t('placeholders')}
      </Button>
      <Collapse in={open} id={id}>
        <Box sx={{ display: 'grid', gap: 1.5, pt: 1 }}>
          <Typography variant="body2" color="text.secondary">
            {t('placeholders_help')}
          </Typography>
          {[...groups].map(([root, all]) => (
            <Box key={root}>
              <Typography variant="body2" sx={{ fontWeight: 550, mb: 0.5 }}>
                {title(root)}
              </Typography>
              <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
                {all.map((slot) => (
                  <Tooltip key={slotPath(slot)} title={written(slot)} describeChild>
                    <Chip
                      size="small"
                      variant="outlined"
                      label={slot.field ? fieldLabel(slot.field, slot.name, locale) : title(slot.root)}
                      onClick={() => void copy(written(slot))}
                    />
                  </Tooltip>
                ))}
              </Box>
            </Box>
          ))}
        </Box>
      </Collapse>
    </Box>
  );
}
