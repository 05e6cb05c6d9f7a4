/** Whom a category of delegates (thành phần tham dự) comes from. */
export type CategoryLevel = 'city' | 'district' | 'commune';

export type Category = {
  id: string;
  code: string;
  name: string;
  level: CategoryLevel;
  /** Only the unit that hosts the cluster may register it (plan 2023, II.2b: "tại địa phương tổ chức"). */
  hostOnly: boolean;
  /** Order on official lists, lowest first. */
  rank: number;
};

/**
 * Whether a unit may register a category: the guests of the city stand on the list of the unit that leads the event,
 * all others on those of their units.
 */
export const mayRegister = (
  unit: { isLead: boolean; isHost: boolean },
  { level, hostOnly }: Pick<Category, 'level' | 'hostOnly'>,
): boolean => (level === 'city') === unit.isLead && (!hostOnly || unit.isHost);
