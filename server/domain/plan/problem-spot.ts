/** Where on the set-up screens a problem of a plan is fixed: the section, the row in it and the field. */
export type SetUpSpot =
  | { section: 'event' | 'units' | 'clusters' | 'categories' | 'agenda'; row?: number; field?: string }
  /** The cluster at `index`, or the units that take part in it. */
  | { section: 'cluster' | 'participants'; index: number; row?: number; field?: string };

const CLUSTER = /^clusters\[(\d+)\](?:\.(\w+)(?:\[(\d+)\])?(?:\.(\w+))?)?$/;
const ROW = /^(units|categories|agenda)\[(\d+)\](?:\.(\w+))?/;

/** `clusters[1].date` → the field `date` of the second cluster. The host is chosen among the units that take part. */
export function spotOf(path: string): SetUpSpot {
  const cluster = CLUSTER.exec(path);
  if (cluster) {
    const [, number, name, row, field] = cluster;
    const index = Number(number);
    if (name === 'host') return { section: 'participants', index, field: 'host' };
    if (name !== 'units') return { section: 'cluster', index, ...(name && { field: name }) };
    return { section: 'participants', index, ...(row && { row: Number(row) }), ...(field && { field }) };
  }
  const list = ROW.exec(path);
  if (list) {
    const [, name, row, field] = list;
    const section = name === 'units' || name === 'categories' ? name : 'agenda';
    return { section, row: Number(row), ...(field && { field }) };
  }
  if (path.startsWith('clusters')) return { section: 'clusters' };
  if (path.startsWith('categories')) return { section: 'categories' };
  if (path.startsWith('agenda')) return { section: 'agenda' };
  if (path.startsWith('units')) return { section: 'units' };
  return { section: 'event', field: path.replace(/^event\.?/, '').replace(/\[\d+\].*$/, '') };
}

/** The place belongs to the given section (and cluster, where there is one). */
export function isAt(spot: SetUpSpot, section: SetUpSpot['section'], index?: number): boolean {
  if (spot.section !== section) return false;
  return index === undefined || ('index' in spot && spot.index === index);
}
