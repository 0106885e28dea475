import type { Label } from '../kinds/index.ts';

/** Words in both languages: panels have no name that could stand in for one of them. */
export type Words = Exclude<Label, string>;

/** Filter values as lists have them in their address: `{ status: ['planned'], first_session_at_gte: 'today' }`. */
export type PanelFilter = Readonly<Record<string, unknown>>;

/** What a panel counts: rows, the sum of a field, or the days on which an instant lies. */
export type PanelMeasure = 'count' | `sum:${string}` | `days:${string}`;

export type BarMeasure = Exclude<PanelMeasure, `days:${string}`>;

interface PanelOf {
  readonly label: Words;
  /** What it is counted from: rows of this resource, as far as their reader may see them. */
  readonly of: string;
  readonly filter?: PanelFilter;
  /** What stands there when there is nothing. */
  readonly empty?: Words;
}

/** One number, with what it says of how things stand when it is not zero. */
export interface FigurePanel extends PanelOf {
  readonly show: 'figure';
  readonly tone?: 'warning' | 'error';
}

/** A bar for each value of a field, or each month of a date, split by another field; further measures are numbers beside it. */
export interface BarsPanel extends PanelOf {
  readonly show: 'bars';
  readonly group: string;
  readonly part?: 'month';
  readonly split?: string;
  /** The first is the bar; those that their reader may not see are left out. */
  readonly measures: readonly [BarMeasure, ...BarMeasure[]];
  /** So many bars, the longest; all in the order of their values unless given. */
  readonly most?: number;
}

/** The first rows of a list. */
export interface RowsPanel extends PanelOf {
  readonly show: 'rows';
  /** Stand below the title, in this order. */
  readonly columns: readonly string[];
  readonly sort: readonly [field: string, order: 'ASC' | 'DESC'];
  /** A reference to the record to which a click goes; to the row itself unless given. */
  readonly opens?: string;
}

/** How full something is: a number against a limit, and what it needs at least. */
export interface SharesPanel extends PanelOf {
  readonly show: 'shares';
  readonly value: string;
  readonly limit: string;
  readonly least?: string;
  readonly columns: readonly string[];
  readonly sort: readonly [field: string, order: 'ASC' | 'DESC'];
}

/** How busy each is in a month that its reader chooses: days of rows, by whom a reference names, against a limit of theirs. */
export interface LoadPanel extends PanelOf {
  readonly show: 'load';
  /** Who: a reference. */
  readonly group: string;
  /** When: an instant or a date, whose days are counted, each once. */
  readonly days: string;
  /** Most days a month: a field of whom it refers to; without a value there is no limit. */
  readonly limit: string;
  /** So many days count as a full month where there is no limit, in the order and for the length of the bar. */
  readonly usual: number;
  /** So many, the busiest. */
  readonly most: number;
}

export type Panel = FigurePanel | BarsPanel | RowsPanel | SharesPanel | LoadPanel;

/** The overview of a module: what needs attention and how things stand. Every figure leads to the rows that it counts. */
export type Dashboard = readonly Panel[];
