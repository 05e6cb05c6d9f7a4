/** The live numbers of a cluster: who is in, on time or late, by unit. No names: the board hangs on a wall. */
import { countedIn } from '../../../db/door/cluster-head-counts.ts';
import { admissionsAt } from '../../../db/door/scans.ts';
import { type Cluster, participantsOf } from '../../../db/events/clusters.ts';
import type { Reader } from '../../../db/schema.ts';
import { attendanceOf } from '../../domain/door/attendance.ts';
import { headCounts } from '../../domain/lists/head-counts.ts';

export type Board = {
  present: number;
  expected: number;
  onTime: number;
  late: number;
  units: { name: string; present: number; expected: number }[];
};

export async function loadBoard(db: Reader, cluster: Cluster): Promise<Board> {
  const registrations = await countedIn(db, cluster.id);
  const presence = attendanceOf(await admissionsAt(db, cluster.id), cluster);
  const groups = (await participantsOf(db, cluster.id)).map(({ unitId, unitName }) => ({
    unit: { id: unitId, name: unitName },
    people: registrations.filter((registration) => registration.unitId === unitId),
  }));
  const { total, byUnit } = headCounts({ groups, presence });
  const units = groups.map(({ unit }) => {
    const { present = 0, expected = 0 } = byUnit.get(unit.id) ?? {};
    return { name: unit.name, expected, present };
  });
  return {
    present: total.present,
    expected: total.expected,
    onTime: total.present - total.late,
    late: total.late,
    units: units.filter(({ expected }) => expected > 0),
  };
}
