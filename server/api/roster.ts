/** What a paired phone may know: names, posts and units of its one cluster. No phone number, no e-mail. */
import type { PairedDevice } from '../../db/door/devices.ts';
import { eventById } from '../../db/events/events.ts';
import { registrationsOf } from '../../db/people/registrations.ts';
import { admissionsAt } from '../../db/door/scans.ts';
import { type Context, instant } from '../context.ts';
import { attendanceOf } from '../domain/door/attendance.ts';

export async function loadRoster(context: Context, { id, gate, cluster, eventId }: PairedDevice) {
  const { read } = context.db;
  const event = await eventById(read, eventId);
  const registrations = await registrationsOf(read, { clusterId: cluster.id, scope: { kind: 'all' } });
  const attendance = attendanceOf(await admissionsAt(read, cluster.id), cluster);
  return {
    device: { id, gate },
    cluster,
    event: { title: event?.title ?? '' },
    takenAt: instant(context),
    expected: registrations.filter((registration) => registration.seat === 'seated').length,
    present: attendance.size,
    entries: registrations.map((registration) => ({
      registrationId: registration.id,
      honorific: registration.honorific,
      fullName: registration.fullName,
      position: registration.position,
      workplace: registration.workplace,
      unitName: registration.unitName,
      seat: registration.seat,
      ...(attendance.has(registration.id) && { admittedAt: attendance.get(registration.id)?.at }),
    })),
  };
}
