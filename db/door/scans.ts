/** Scans are only ever added. What counts as attendance is computed from them in `server/domain/door/attendance.ts`. */
import type { AdmittingScan } from '../../server/domain/door/attendance.ts';
import type { ScanMethod, VerdictKind } from '../../server/domain/door/verdict.ts';
import type { Reader, Tx } from '../schema.ts';

export type StoredScan = { id: string; deviceId: string; seq: number; digest: string; answer: string };

/** Scans that are here already, by id; and those that hold a sequence number of the same device. */
export async function storedScans(
  db: Reader,
  wanted: readonly { id: string; deviceId: string; seq: number }[],
): Promise<{ byId: Map<string, StoredScan>; sequences: Set<string> }> {
  if (wanted.length === 0) return { byId: new Map(), sequences: new Set() };
  const columns = ['id', 'device_id', 'seq', 'digest', 'answer'] as const;
  const same = await db
    .selectFrom('scan')
    .select(columns)
    .where(
      'id',
      'in',
      wanted.map((scan) => scan.id),
    )
    .execute();
  const perDevice = new Map<string, number[]>();
  for (const { deviceId, seq } of wanted) perDevice.set(deviceId, [...(perDevice.get(deviceId) ?? []), seq]);
  const sequences = new Set<string>();
  const rows = await db
    .selectFrom('scan')
    .select(['device_id', 'seq'])
    .where(({ or, and, eb }) =>
      or([...perDevice].map(([deviceId, numbers]) => and([eb('device_id', '=', deviceId), eb('seq', 'in', numbers)]))),
    )
    .execute();
  for (const row of rows) sequences.add(sequenceKey(row.device_id, row.seq));
  return {
    byId: new Map(
      same.map((row) => [
        row.id,
        { id: row.id, deviceId: row.device_id, seq: row.seq, digest: row.digest, answer: row.answer },
      ]),
    ),
    sequences,
  };
}

export const sequenceKey = (deviceId: string, seq: number): string => `${deviceId}#${seq}`;

export type NewScan = {
  id: string;
  deviceId: string;
  seq: number;
  clusterId: string;
  registrationId: string | undefined;
  codeHash: string | undefined;
  method: ScanMethod;
  claimedAt: string;
  ageMs: number;
  receivedAt: string;
  scannedAt: string;
  digest: string;
  verdict: VerdictKind;
  answer: string;
};

/** SQLite binds at most 32,766 values per statement; 14 columns leave room for 2,000 rows. */
const ROWS_PER_INSERT = 1000;

export async function insertScans(tx: Tx, scans: readonly NewScan[]): Promise<void> {
  for (let from = 0; from < scans.length; from += ROWS_PER_INSERT) {
    await tx
      .insertInto('scan')
      .values(
        scans.slice(from, from + ROWS_PER_INSERT).map((scan) => ({
          id: scan.id,
          device_id: scan.deviceId,
          seq: scan.seq,
          cluster_id: scan.clusterId,
          registration_id: scan.registrationId ?? null,
          code_hash: scan.codeHash ?? null,
          method: scan.method,
          claimed_at: scan.claimedAt,
          age_ms: scan.ageMs,
          received_at: scan.receivedAt,
          scanned_at: scan.scannedAt,
          digest: scan.digest,
          verdict: scan.verdict,
          answer: scan.answer,
        })),
      )
      .execute();
  }
}

/**
 * "Already admitted" is a valid scan that came second to the server, not second to the door: a phone without network may
 * upload the earlier one later. Both count, so that the order of uploads changes nothing. The earliest is what matters:
 * one step into the index a delegate, however often a code is shown.
 */
const firstAdmissions = (db: Reader) =>
  db
    .selectFrom('registration')
    .innerJoin('scan', (join) =>
      join.on('scan.id', '=', (eb) =>
        eb
          .selectFrom('scan as earlier')
          .select('earlier.id')
          .whereRef('earlier.registration_id', '=', 'registration.id')
          .where('earlier.verdict', 'in', ['admitted', 'already_admitted'])
          .orderBy('earlier.scanned_at')
          .orderBy('earlier.id')
          .limit(1),
      ),
    )
    .innerJoin('device', 'device.id', 'scan.device_id')
    .select(['scan.id', 'scan.registration_id', 'scan.scanned_at', 'device.gate']);

type AdmittingRow = { id: string; registration_id: string | null; scanned_at: string; gate: string };

const toAdmitting = (rows: AdmittingRow[]): AdmittingScan[] =>
  rows.flatMap((row) =>
    row.registration_id === null
      ? []
      : [{ id: row.id, registrationId: row.registration_id, scannedAt: row.scanned_at, gate: row.gate }],
  );

/** The first admission of each of these registrations, at whichever gate. */
export async function admissionsOf(db: Reader, registrationIds: readonly string[]): Promise<AdmittingScan[]> {
  if (registrationIds.length === 0) return [];
  return toAdmitting(
    await firstAdmissions(db)
      .where('registration.id', 'in', [...registrationIds])
      .execute(),
  );
}

/** The first admission of everybody who came in at a cluster's doors. */
export async function admissionsAt(db: Reader, clusterId: string): Promise<AdmittingScan[]> {
  return toAdmitting(await firstAdmissions(db).where('registration.cluster_id', '=', clusterId).execute());
}

/** How many typed codes of each device were unknown since `since`: guessing shows here. */
export async function countTypedMisses(
  db: Reader,
  deviceIds: readonly string[],
  since: string,
): Promise<Map<string, number>> {
  if (deviceIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('scan')
    .select(({ fn }) => ['device_id', fn.countAll<number>().as('misses')])
    .where('device_id', 'in', [...new Set(deviceIds)])
    .where('method', '=', 'typed')
    .where('verdict', '=', 'unknown')
    .where('received_at', '>', since)
    .groupBy('device_id')
    .execute();
  return new Map(rows.map((row) => [row.device_id, Number(row.misses)]));
}
