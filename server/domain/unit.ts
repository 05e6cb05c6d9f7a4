/** Where a unit stands. District level ended on 1 July 2025 (NQ 1668/NQ-UBTVQH15), so levels are labels, never rules. */
export type UnitLevel = 'city' | 'district' | 'commune' | 'other';
