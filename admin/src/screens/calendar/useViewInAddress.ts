import { isDate } from '@kontor/shared';
import { useSearchParams } from 'react-router-dom';

/** What a calendar shows: a view, and a day in it. */
export interface Shown {
  readonly view: string;
  readonly date: string;
}

/**
 * What a calendar shows stands in its address, so that it can be sent and the way back leads there: another view is a step
 * that can be taken back, another day in the same view is none.
 */
export function useViewInAddress(today: string) {
  const [params, setParams] = useSearchParams();
  const view = params.get('view');
  const show = (next: Shown, replace = next.view === view) =>
    setParams((before) => new URLSearchParams({ ...Object.fromEntries(before), ...next }), { replace });
  const day = params.get('date') ?? '';
  // addresses are typed and cut off by hand, too; the last years have no days after them to count with
  return { view, date: isDate(day) && day < '9900' ? day : today, show };
}
