export const UNIT_LEVELS = ['city', 'district', 'commune', 'other'] as const;
/** Where a unit stands. District level ended on 1 July 2025 (NQ 1668/NQ-UBTVQH15), so levels are labels, never rules. */
export type UnitLevel = (typeof UNIT_LEVELS)[number];
