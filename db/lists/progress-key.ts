/** The key of counts by cluster and unit. */
export const progressKey = (clusterId: string, unitId: string): string => `${clusterId}/${unitId}`;
