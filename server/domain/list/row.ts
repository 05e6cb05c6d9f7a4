/** A row of a unit's list as people type it: its fields, and what they answered about it. */

export const rowFields = [
  'honorific',
  'fullName',
  'position',
  'workplace',
  'category',
  'phone',
  'email',
  'note',
] as const;
export type RowField = (typeof rowFields)[number];

/** One line as typed, and what has been said of it. */
export type TypedRow = Record<RowField, string> & {
  /** Answers a duplicate: these are two people. */
  anotherPerson?: boolean;
  /** Stands for the namesake on the list, whatever else the line says of them; not written a second time. */
  samePerson?: boolean;
  /** Was on the list, left it, and is to stand on it again. */
  comesAgain?: boolean;
  /** Is the guest of another cluster who has this name: entered once, with the details they have there. */
  sameElsewhere?: boolean;
  /** The name is kept as typed: "Ông" is a family name too. */
  keepsName?: boolean;
  /** The row people know the line by: that of the file it came from, or of the table it was typed in. */
  source?: { row: number };
};

export const rowAnswers = ['anotherPerson', 'samePerson', 'sameElsewhere', 'comesAgain', 'keepsName'] as const;

/** Rows that are kept are numbered by their place. */
export const unnumbered = ({ source: _, ...row }: TypedRow): TypedRow => row;

export const emptyRow = (): TypedRow => ({
  honorific: '',
  fullName: '',
  position: '',
  workplace: '',
  category: '',
  phone: '',
  email: '',
  note: '',
});
