/** Phones at the door. A device belongs to one cluster; its credential and pairing code are stored as SHA-256 only. */
import type { DoorCluster } from '../../server/domain/door/verdict.ts';
import { selectDoorClusters, toDoorCluster } from '../events/clusters.ts';
import type { Reader, Tx } from '../schema.ts';

export type PairedDevice = { id: string; gate: string; pairedAt: string; cluster: DoorCluster; eventId: string };

/** The devices behind these credentials that are paired, not revoked and not expired at `at`, by credential hash. */
export async function devicesByCredential(
  db: Reader,
  hashes: readonly string[],
  at: string,
): Promise<Map<string, PairedDevice>> {
  const rows = await db
    .selectFrom('device')
    .select(['id', 'gate', 'cluster_id', 'credential_hash', 'paired_at'])
    .where('credential_hash', 'in', [...new Set(hashes)])
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', at)
    .execute();
  if (rows.length === 0) return new Map();
  const clusters = await selectDoorClusters(db)
    .where('cluster.id', 'in', [...new Set(rows.map((row) => row.cluster_id))])
    .execute();
  const byId = new Map(clusters.map((row) => [row.id, row]));
  const devices = new Map<string, PairedDevice>();
  for (const row of rows) {
    const cluster = byId.get(row.cluster_id);
    if (!cluster || row.credential_hash === null || row.paired_at === null) continue;
    devices.set(row.credential_hash, {
      id: row.id,
      gate: row.gate,
      pairedAt: row.paired_at,
      cluster: toDoorCluster(cluster),
      eventId: cluster.event_id,
    });
  }
  return devices;
}

export type NewDevice = {
  id: string;
  clusterId: string;
  gate: string;
  pairingHash: string;
  pairingExpiresAt: string;
  at: string;
  by: string;
};

export async function insertDevice(tx: Tx, device: NewDevice): Promise<void> {
  await tx
    .insertInto('device')
    .values({
      id: device.id,
      cluster_id: device.clusterId,
      gate: device.gate,
      pairing_hash: device.pairingHash,
      pairing_expires_at: device.pairingExpiresAt,
      credential_hash: null,
      paired_at: null,
      expires_at: null,
      revoked_at: null,
      created_at: device.at,
      created_by: device.by,
    })
    .execute();
}

/** Takes the pairing code and gives the device its credential; undefined when the code is wrong, used or too old. */
export async function pairDevice(
  tx: Tx,
  {
    pairingHash,
    credentialHash,
    at,
    expiresAt,
  }: { pairingHash: string; credentialHash: string; at: string; expiresAt: string },
): Promise<{ id: string } | undefined> {
  return await tx
    .updateTable('device')
    .set({ credential_hash: credentialHash, paired_at: at, expires_at: expiresAt })
    .where('pairing_hash', '=', pairingHash)
    .where('paired_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('pairing_expires_at', '>', at)
    .returning('id')
    .executeTakeFirst();
}

export type ListedDevice = {
  id: string;
  gate: string;
  pairedAt: string | undefined;
  pairingExpiresAt: string;
  revokedAt: string | undefined;
  scans: number;
};

export async function listDevices(db: Reader, clusterId: string): Promise<ListedDevice[]> {
  const rows = await db
    .selectFrom('device')
    .leftJoin('scan', 'scan.device_id', 'device.id')
    .select(({ fn }) => [
      'device.id',
      'device.gate',
      'device.paired_at',
      'device.pairing_expires_at',
      'device.revoked_at',
      fn.count<number>('scan.id').as('scans'),
    ])
    .where('device.cluster_id', '=', clusterId)
    .groupBy(['device.id', 'device.gate', 'device.paired_at', 'device.pairing_expires_at', 'device.revoked_at'])
    .orderBy('device.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    gate: row.gate,
    pairedAt: row.paired_at ?? undefined,
    pairingExpiresAt: row.pairing_expires_at,
    revokedAt: row.revoked_at ?? undefined,
    scans: Number(row.scans),
  }));
}

/** The device, if it belongs to the cluster. */
export async function deviceOfCluster(
  db: Reader,
  clusterId: string,
  id: string,
): Promise<{ id: string; gate: string } | undefined> {
  return await db
    .selectFrom('device')
    .select(['id', 'gate'])
    .where('cluster_id', '=', clusterId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function revokeDevice(tx: Tx, id: string, at: string): Promise<void> {
  await tx.updateTable('device').set({ revoked_at: at }).where('id', '=', id).where('revoked_at', 'is', null).execute();
}
