import { labelText, type Resource } from '@kontor/shared';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import Icon from 'icon/DescriptionOutlined';
import { Suspense, useState } from 'react';
import { ReasonedMenuItem } from '../../app/feedback/ReasonedMenuItem.tsx';
import { useOffer } from '../../app/feedback/useOffer.ts';
import { useSay } from '../../app/feedback/useSay.ts';
import { useLocale } from '../../app/texts.ts';
import { useDeclaration } from '../../declarations.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import { reasonOf } from '../../providers/reason.ts';
import { download } from '../list/useExport.ts';
import { useWords } from './words.ts';

interface RowsItemProps {
  /** The resource of the rows. */
  readonly of: string;
  readonly label: string;
  readonly onClick: () => void;
}

/** A list to be taken along: for who may export its rows. */
function RowsItem({ of, ...item }: RowsItemProps) {
  return <ReasonedMenuItem {...item} dense reason={useOffer(useDeclaration(of))('export').why} />;
}

/** The papers that are declared for a record, to be fetched as PDF and, where it is a list, as Excel. */
export function PapersMenu({ resource, id }: { readonly resource: Resource; readonly id: string }) {
  const t = useWords();
  const locale = useLocale();
  const api = useKontor();
  const say = useSay();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const papers = Object.entries(resource.sheets ?? {}).flatMap(([name, { label, xlsx }]) => {
    const sheet = labelText(label, name, locale);
    return [
      { name, format: 'pdf' as const, label: t('pdf', { sheet }) },
      ...(xlsx ? [{ name, format: 'xlsx' as const, of: xlsx, label: t('xlsx', { sheet }) }] : []),
    ];
  });
  if (papers.length === 0) return null;
  const fetchIt = async (name: string, format: string) => {
    setAnchor(null);
    try {
      download(await api.ticket(`/${resource.name}/${encodeURIComponent(id)}/sheets/${name}?format=${format}`));
    } catch (error) {
      say({ text: reasonOf(error), tone: 'error' });
    }
  };
  return (
    <>
      <Button
        color="inherit"
        startIcon={<Icon />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {t('papers')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {papers.map(({ name, label, ...paper }) => {
          const choose = () => void fetchIt(name, paper.format);
          return paper.format === 'xlsx' ? (
            <Suspense key={label} fallback={null}>
              <RowsItem of={paper.of} label={label} onClick={choose} />
            </Suspense>
          ) : (
            <ReasonedMenuItem key={label} dense label={label} onClick={choose} />
          );
        })}
      </Menu>
    </>
  );
}
