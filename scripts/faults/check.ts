/**
 * Compares what phones and clerks were told with what the database holds. Reads the tables directly: what is to be
 * proved must not be asked of the code under test.
 */
import { sql } from 'kysely';
import type { Reader } from '../../db/schema.ts';
import { verifyAudit } from '../../db/audit/verify-audit.ts';
import { fold } from '../../server/domain/vietnamese/fold.ts';
import type { RegistrationClaim } from './clerk.ts';
import type { ScanClaim } from './phone.ts';
import { openWorld } from './world.ts';

export type Claims = { scans: readonly ScanClaim[]; registrations: readonly RegistrationClaim[] };

export type Findings = {
  scans: { acknowledged: number; lost: number; doubled: number };
  registrations: { acknowledged: number; lost: number; doubled: number };
  /** Kept by an earlier try whose answer was cut off: normal, and the reason why a retry must be harmless. */
  unacknowledged: number;
  problems: string[];
};

/** The server must not be running on the folder. */
export async function checkWorld(folder: string, claims: Claims): Promise<Findings> {
  const context = await openWorld(folder);
  const { read } = context.db;
  const problems: string[] = [];
  const scans = await checkScans(read, claims.scans, problems);
  const registrations = await checkRegistrations(read, claims.registrations, problems);
  await checkSeats(read, problems);
  const integrity = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(read);
  for (const { integrity_check } of integrity.rows) {
    if (integrity_check !== 'ok') problems.push(`integrity_check: ${integrity_check}`);
  }
  const strays = await sql`pragma foreign_key_check`.execute(read);
  if (strays.rows.length > 0) problems.push(`foreign_key_check: ${strays.rows.length} rows`);
  const audit = await verifyAudit(read, context.keys.auditMac);
  if (audit.kind === 'broken') problems.push(`audit chain: ${audit.why} at ${audit.seq}`);
  await context.db.close();
  const { kept: keptScans, ...scanFigures } = scans;
  const { kept: keptRegistrations, ...registrationFigures } = registrations;
  return {
    scans: scanFigures,
    registrations: registrationFigures,
    unacknowledged: keptScans + keptRegistrations,
    problems,
  };
}

async function checkScans(db: Reader, claims: readonly ScanClaim[], problems: string[]) {
  const rows = await db
    .selectFrom('scan')
    .select(['id', 'device_id', 'seq', 'digest', 'verdict', 'answer', 'received_at', 'registration_id'])
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  let lost = 0;
  let kept = 0;
  for (const claim of claims) {
    const row = byId.get(claim.id);
    const isSame =
      row?.device_id === claim.deviceId &&
      row.seq === claim.seq &&
      row.digest === claim.digest &&
      row.answer === claim.answer &&
      claim.answer.includes(`"verdict":"${row.verdict}"`);
    if (!isSame) {
      lost += 1;
      problems.push(`scan ${claim.id} was acknowledged and is ${row ? 'another one now' : 'gone'}`);
    } else if (Date.parse(row.received_at) < claim.askedAt) kept += 1;
  }
  const claimed = new Set(claims.map((claim) => claim.id));
  const strangers = rows.filter((row) => !claimed.has(row.id)).length;
  if (strangers > 0) problems.push(`${strangers} scans that nobody was told of`);
  const last = new Map<string, { highest: number; count: number }>();
  for (const { device_id, seq } of rows) {
    const known = last.get(device_id) ?? { highest: 0, count: 0 };
    last.set(device_id, { highest: Math.max(known.highest, seq), count: known.count + 1 });
  }
  for (const [device, { highest, count }] of last) {
    if (highest !== count) problems.push(`device ${device} has a gap in its numbers`);
  }
  const sequences = rows.map((row) => `${row.device_id}#${row.seq}`);
  const admitted = rows.flatMap((row) => (row.verdict === 'admitted' ? [row.registration_id] : []));
  const doubled = repetitions(rows.map((row) => row.id)) + repetitions(sequences) + repetitions(admitted);
  return { acknowledged: claims.length, lost, doubled, kept };
}

async function checkRegistrations(db: Reader, claims: readonly RegistrationClaim[], problems: string[]) {
  const rows = await db
    .selectFrom('registration')
    .innerJoin('event', 'event.id', 'registration.event_id')
    .innerJoin('delegate', 'delegate.id', 'registration.delegate_id')
    .select(['registration.id', 'registration.cluster_id', 'registration.unit_id', 'registration.seat', 'full_name'])
    .where('event.code', '=', 'faults')
    .execute();
  const byName = new Map(rows.map((row) => [fold(row.full_name), row]));
  let lost = 0;
  for (const claim of claims) {
    const row = byName.get(fold(claim.name));
    const isSame =
      row !== undefined &&
      row.cluster_id === claim.clusterId &&
      row.unit_id === claim.unitId &&
      (claim.id === undefined || (row.id === claim.id && row.seat === claim.kind));
    if (isSame) continue;
    lost += 1;
    problems.push(`${claim.name} was acknowledged as ${claim.kind} and is ${row ? 'another row now' : 'gone'}`);
  }
  const claimed = new Set(claims.map((claim) => fold(claim.name)));
  const strangers = rows.filter((row) => !claimed.has(fold(row.full_name))).length;
  if (strangers > 0) problems.push(`${strangers} registrations that nobody was told of`);
  const doubled = repetitions(rows.map((row) => fold(row.full_name)));
  return { acknowledged: claims.length, lost, doubled, kept: claims.filter(({ id }) => id === undefined).length };
}

/** No unit above its quota, no cluster above its maximum, and nobody waits while a place is free. */
async function checkSeats(db: Reader, problems: string[]): Promise<void> {
  const lists = await db
    .selectFrom('cluster_unit')
    .innerJoin('cluster', 'cluster.id', 'cluster_unit.cluster_id')
    .select(['cluster_id', 'unit_id', 'quota', 'capacity_max'])
    .execute();
  const rows = await db.selectFrom('registration').select(['cluster_id', 'unit_id', 'seat']).execute();
  for (const { cluster_id, unit_id, quota, capacity_max } of lists) {
    const inCluster = rows.filter((row) => row.cluster_id === cluster_id);
    const inUnit = inCluster.filter((row) => row.unit_id === unit_id);
    const seatedInCluster = inCluster.filter((row) => row.seat === 'seated').length;
    const seated = inUnit.filter((row) => row.seat === 'seated').length;
    if (seated > quota) problems.push(`unit ${unit_id} has ${seated} seats of ${quota} in ${cluster_id}`);
    if (seatedInCluster > capacity_max)
      problems.push(`cluster ${cluster_id} has ${seatedInCluster} of ${capacity_max}`);
    if (inUnit.length > seated && seated < quota && seatedInCluster < capacity_max) {
      problems.push(`somebody of ${unit_id} waits in ${cluster_id} while a place is free`);
    }
  }
}

/** How many of them are there a second time. */
const repetitions = (values: readonly unknown[]): number => values.length - new Set(values).size;
