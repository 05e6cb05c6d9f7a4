/** The facts by which the grid in the browser judges as the server will. */
import type { ListRules } from './rules.ts';
import type { Capacity } from '../seats/seating.ts';

export type GridFacts = {
  rules: ListRules;
  capacity: Capacity;
  /** How many the cluster expects at least. */
  min: number;
  /** People registered so far, by code of category. */
  byCategory: Record<string, number>;
  mostRows: number;
  zone: string;
  unitId: string;
  draftUrl: string;
  deskUrl: string;
};
