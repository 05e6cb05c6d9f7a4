/** The live numbers of a cluster: who is in, on time or late, by unit. No names: the board hangs on a wall. */
import { type Cluster, participantsOf } from '../../../db/events/clusters.ts';
import { registrationsOf } from '../../../db/people/registrations.ts';
import { admissionsAt } from '../../../db/door/scans.ts';
import type { Reader } from '../../../db/schema.ts';
import { attendanceOf } from '../../domain/door/attendance.ts';

export type Board = {
  present: number;
  expected: number;
  onTime: number;
  late: number;
  units: { name: string; present: number; expected: number }[];
};

export async function loadBoard(db: Reader, cluster: Cluster): Promise<Board> {
  const registrations = await registrationsOf(db, { clusterId: cluster.id, scope: { kind: 'all' } });
  const seated = registrations.filter((registration) => registration.seat === 'seated');
  const { closedAt, ...door } = cluster;
  const attendance = attendanceOf(await admissionsAt(db, cluster.id), { ...door, ...(closedAt && { closedAt }) });
  const present = [...attendance.values()];
  const late = present.filter((presence) => presence.punctuality === 'late').length;
  const units = (await participantsOf(db, cluster.id)).map((unit) => {
    const own = seated.filter((registration) => registration.unitId === unit.unitId);
    return {
      name: unit.unitName,
      expected: own.length,
      present: own.filter((registration) => attendance.has(registration.id)).length,
    };
  });
  return {
    present: present.length,
    expected: seated.length,
    onTime: present.length - late,
    late,
    units: units.filter((unit) => unit.expected > 0),
  };
}
