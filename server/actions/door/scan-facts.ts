/** Everything the rules need for a whole batch of scans, in a handful of queries whatever its size. */
import { devicesByCredential, type PairedDevice } from '../../../db/door/devices.ts';
import { doorClustersOf, type KnownPass, passesByCode, passesByRegistration } from '../../../db/letters/invitations.ts';
import { admissionsOf, countTypedMisses, type StoredScan, storedScans } from '../../../db/door/scans.ts';
import type { Tx } from '../../../db/schema.ts';
import { attendanceOf } from '../../domain/door/attendance.ts';
import { readPassCode } from '../../domain/door/pass-code.ts';
import type { ReportedScan } from '../../domain/door/scan.ts';
import type { DoorCluster, Pass } from '../../domain/door/verdict.ts';
import { sha256 } from '../../keys.ts';

export type Submission = { credentialHash: string; scans: readonly ReportedScan[]; receivedAt: string };

/** A scan whose device is known, with its code already read. */
export type KnownScan = {
  scan: ReportedScan;
  device: PairedDevice;
  receivedAt: string;
  code: { kind: 'token' | 'short'; hash: string } | undefined;
};

export type ScanFacts = {
  stored: Map<string, StoredScan>;
  sequences: Set<string>;
  typedMisses: Map<string, number>;
  passOf: (known: KnownScan) => Pass | undefined;
};

export async function loadDevices(tx: Tx, submissions: readonly Submission[], at: string) {
  const hashes = submissions.map((submission) => submission.credentialHash);
  return await devicesByCredential(tx, hashes, at);
}

export function readScans(submissions: readonly Submission[], devices: Map<string, PairedDevice>): KnownScan[] {
  return submissions.flatMap(({ credentialHash, scans, receivedAt }) => {
    const device = devices.get(credentialHash);
    if (!device) return [];
    return scans.map((scan) => ({ scan, device, receivedAt, code: readCode(scan.code) }));
  });
}

function readCode(raw: string): KnownScan['code'] {
  const read = readPassCode(raw);
  return read && { kind: read.kind, hash: sha256(read.code) };
}

export async function loadScanFacts(tx: Tx, known: readonly KnownScan[], missesSince: string): Promise<ScanFacts> {
  const { byId, sequences } = await storedScans(
    tx,
    known.map(({ scan, device }) => ({ id: scan.id, deviceId: device.id, seq: scan.seq })),
  );
  const fresh = known.filter(({ scan }) => !byId.has(scan.id));
  const hashesOf = (kind: 'token' | 'short') => [
    ...new Set(fresh.flatMap(({ code }) => (code?.kind === kind ? [code.hash] : []))),
  ];
  const byCode = await passesByCode(tx, { tokenHashes: hashesOf('token'), shortCodeHashes: hashesOf('short') });
  const chosen = fresh.flatMap(({ scan, code }) => (!code && scan.registrationId ? [scan.registrationId] : []));
  const byRegistration = await passesByRegistration(tx, chosen);
  const all = [...byCode.values(), ...byRegistration.values()];
  const clusters = await doorClustersOf(
    tx,
    all.map((pass) => pass.clusterId),
  );
  const admitted = attendanceOfAll(
    await admissionsOf(
      tx,
      all.map((pass) => pass.registrationId),
    ),
    all,
    clusters,
  );
  const typing = fresh.filter(({ scan }) => scan.method === 'typed').map(({ device }) => device.id);
  const typedMisses = await countTypedMisses(tx, typing, missesSince);

  return {
    stored: byId,
    sequences,
    typedMisses,
    passOf({ scan, device, code }) {
      const pass = code ? byCode.get(code.hash) : byRegistration.get(scan.registrationId ?? '');
      const cluster = pass && clusters.get(pass.clusterId);
      // A code of another event is as unknown here as a shopping receipt.
      if (!pass || !cluster || pass.eventId !== device.eventId) return undefined;
      return toPass(pass, cluster, admitted.get(pass.registrationId));
    },
  };
}

type Admissions = Map<string, { at: string; gate: string }>;

function attendanceOfAll(
  admissions: Awaited<ReturnType<typeof admissionsOf>>,
  passes: readonly KnownPass[],
  clusters: Map<string, DoorCluster>,
): Admissions {
  const result: Admissions = new Map();
  if (admissions.length === 0) return result;
  for (const cluster of clusters.values()) {
    const here = new Set(passes.filter((pass) => pass.clusterId === cluster.id).map((pass) => pass.registrationId));
    const own = admissions.filter((scan) => here.has(scan.registrationId));
    for (const [registrationId, { at, gate }] of attendanceOf(own, cluster)) result.set(registrationId, { at, gate });
  }
  return result;
}

const toPass = (known: KnownPass, cluster: DoorCluster, admitted: { at: string; gate: string } | undefined): Pass => ({
  registrationId: known.registrationId,
  cluster,
  seat: known.seat,
  person: known.person,
  ...(known.revoked && { revoked: known.revoked }),
  ...(admitted && { admitted }),
});
