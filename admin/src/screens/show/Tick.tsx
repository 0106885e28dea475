import { fieldLabel, fieldNamed, type Resource } from '@kontor/shared';
import { type RaRecord, useRefresh } from 'ra-core';
import { useState } from 'react';
import { useOffer } from '../../app/feedback/useOffer.ts';
import { useSay } from '../../app/feedback/useSay.ts';
import { TickButton } from '../../app/home/TickButton.tsx';
import { useLocale } from '../../app/texts.ts';
import { useKontor } from '../../providers/dataProvider.ts';
import { useUndoable } from '../list/useUndoable.ts';
import { useWords } from './words.ts';

interface TickProps {
  readonly resource: Resource;
  readonly record: RaRecord;
  /** The yes or no that is ticked. */
  readonly name: string;
  readonly title: string;
}

/** Ticks a row where it stands; nothing for who may not. */
export function Tick({ resource, record, name, title }: TickProps) {
  const t = useWords();
  const locale = useLocale();
  const api = useKontor();
  const say = useSay();
  const refresh = useRefresh();
  const undoable = useUndoable();
  const offer = useOffer(resource)('update', record);
  const [busy, setBusy] = useState(false);
  if (!offer.shown || offer.why) return null;
  const label = fieldLabel(fieldNamed(resource, name)!, name, locale);
  const write = (value: boolean, of: RaRecord) =>
    api.update(resource.name, { id: of.id, data: { [name]: value, version: of.version }, previousData: of });
  const tick = async () => {
    setBusy(true);
    try {
      const { data } = await write(true, record);
      refresh();
      undoable(t('ticked', { title, label }), () => write(false, data));
    } catch (error) {
      say({ text: (error as Error).message, tone: 'error' });
      refresh();
    }
    setBusy(false);
  };
  return <TickButton label={t('tick', { title, label })} busy={busy} onTick={() => void tick()} />;
}
