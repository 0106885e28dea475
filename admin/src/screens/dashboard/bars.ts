import type { BarsPanel, PanelMeasure } from '@kontor/shared';

/** A row of an answer of `aggregate`. */
export type Figures = Readonly<Record<string, any>>;

export interface Bar {
  readonly value: string | null;
  /** The measures, exact, as the server has them. */
  readonly figures: Figures;
  /** Shares of the bar by the value of the field that splits it, in the order of all of them. */
  readonly parts: readonly { readonly value: string | null; readonly size: number }[];
}

/** The column in which a measure is answered. */
export const columnOf = (measure: PanelMeasure): string => measure.replace(':', '_');

const sizeOf = (figures: Figures, measure: PanelMeasure) => Math.max(0, Number(figures[columnOf(measure)] ?? 0));

/**
 * The bars of a panel from the figures of its groups and of their parts. Groups with an order of their own (states) keep it, the
 * others come as the server orders them; of many only the longest.
 */
export function barsOf(
  { group, split, measures, most }: BarsPanel,
  totals: readonly Figures[],
  split_up: readonly Figures[],
  order: readonly string[] = [],
): readonly Bar[] {
  const [measure] = measures;
  const splits = split ? [...new Set(split_up.map((row) => row[split] as string | null))].toSorted() : [];
  const bars = totals.map((figures): Bar => {
    const value = figures[group] as string | null;
    const mine = split_up.filter((row) => row[group] === value);
    return {
      value,
      figures,
      parts: split
        ? splits.map((part) => ({
            value: part,
            size: mine.filter((row) => row[split] === part).reduce((sum, row) => sum + sizeOf(row, measure), 0),
          }))
        : [{ value: null, size: sizeOf(figures, measure) }],
    };
  });
  const length = ({ parts }: Bar) => parts.reduce((sum, { size }) => sum + size, 0);
  if (most) return bars.toSorted((a, b) => length(b) - length(a)).slice(0, most);
  const place = ({ value }: Bar) => (value === null ? order.length : order.indexOf(value));
  return order.length ? bars.toSorted((a, b) => place(a) - place(b)) : bars;
}
