/**
 * A list as every format needs it: words and numbers in their places, no markup, no styling of one format.
 * The layout follows NĐ 30/2020/NĐ-CP, Phụ lục I and III: heading, table with repeated header, groups, total, signatures.
 */
export type Column = { key: string; title: string; widthMm: number; align: 'left' | 'center' };

/** A number is counted (the STT); everything else is text, whatever it looks like. */
export type Cell = string | number;

export type SheetRow = Readonly<Record<string, Cell>>;

export type Group = {
  title: string;
  rows: readonly SheetRow[];
  /** Stands in the table where a group has no rows. */
  emptyLine: string;
};

export type SignatureBlock = {
  /** "Cần Thơ, ngày 05 tháng 4 năm 2023", above the block; '' keeps the line free. */
  placeAndDate: string;
  title: string;
  hint: string;
};

export type Sheet = {
  /** ASCII, without extension: `DS_dai_bieu_tham_du_Cum1_20230405`. */
  fileName: string;
  /** The tab of a workbook: at most 31 characters, none of `[]/\:*?`. */
  tabName: string;
  orientation: 'portrait' | 'landscape';
  heading: {
    superior: string | undefined;
    issuer: string;
    nation: string;
    motto: string;
    title: string;
    subtitle: string;
    occasion: string;
  };
  /** The title of the group column where a format has no group rows (CSV). */
  groupTitle: string;
  columns: readonly Column[];
  groups: readonly Group[];
  totals: readonly string[];
  signatures: readonly SignatureBlock[];
  /** Who made this copy, and when. */
  meta: string;
};

export const cellOf = (row: SheetRow, column: Column): Cell => row[column.key] ?? '';

export const widthOf = (columns: readonly Column[]): number => columns.reduce((sum, column) => sum + column.widthMm, 0);
