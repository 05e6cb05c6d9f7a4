/** What can be wrong with a row of a unit's list. The words are looked up by the code. */
import type { RowField } from './row.ts';

export type ProblemCode =
  | 'name_missing'
  | 'name_too_long'
  | 'name_not_a_name'
  | 'name_damaged'
  | 'name_hidden'
  | 'name_old_letters'
  | 'name_two'
  | 'name_brackets'
  | 'name_capitals'
  | 'name_small_letters'
  | 'name_title'
  | 'honorific_unknown'
  | 'position_missing'
  | 'text_too_long'
  | 'category_missing'
  | 'category_unknown'
  | 'category_too_many'
  | 'category_host_only'
  | 'category_not_of_unit'
  | 'category_left_out'
  | 'phone_unusual'
  | 'phone_two'
  | 'phone_old_prefix'
  | 'phone_rounded'
  | 'email_invalid'
  | 'email_two'
  | 'email_missing'
  | 'duplicate'
  | 'identical'
  | 'possible_duplicate'
  | 'left_withdrawn'
  | 'left_replaced'
  | 'known_elsewhere';

export type Problem = {
  field: RowField;
  code: ProblemCode;
  /** An error keeps the line from being saved; a warning is for the eyes. */
  severity: 'error' | 'warning';
  /** What the sentence names: the line or the person it collides with, the code typed, the change made. */
  detail?: Record<string, string>;
  /** What the cells would read instead, where that can be said. */
  fix?: CellFix;
};

export type CellFix = Partial<Record<RowField, string>>;
