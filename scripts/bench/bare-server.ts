/**
 * The limit to measure against: node:http and prepared statements on the very same tables, with the same durable group
 * commit (all requests of one turn of the event loop in one FULL transaction, answered after it). No framework, no
 * query builder, no shape checking; the verdict is a look-up. Started by scans.ts: argv = database file.
 */
import { createHash } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import Database from 'better-sqlite3';
import { assertDurable } from '../../db/engine/sqlite.ts';

const database = new Database(process.argv[2] ?? '');
database.pragma('journal_mode = WAL');
// NORMAL answers before its commit is on the disk: the control of the fault runs, which must be found out.
const synchronous = process.argv[3] === 'NORMAL' ? 'NORMAL' : 'FULL';
database.pragma(`synchronous = ${synchronous}`);
database.pragma('foreign_keys = ON');
if (synchronous === 'FULL') assertDurable(database);

type Scan = { id: string; seq: number; code: string; method: string; at: string; ageMs: number };
type Device = { id: string; cluster_id: string };

const findDevice = database.prepare('select id, cluster_id from device where credential_hash = ?');
const findScan = database.prepare('select answer from scan where id = ?');
const findPass = database.prepare(
  `select registration.id, registration.cluster_id, delegate.honorific, delegate.full_name, delegate.position
   from invitation
   join registration on registration.id = invitation.registration_id
   join delegate on delegate.id = registration.delegate_id
   where invitation.token_hash = ?`,
);
const findAdmission = database.prepare("select 1 from scan where registration_id = ? and verdict = 'admitted' limit 1");
const insertScan = database.prepare(
  `insert into scan (id, device_id, seq, cluster_id, registration_id, code_hash, method, claimed_at, age_ms, received_at,
                     scanned_at, digest, verdict, answer)
   values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
);

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

type Request = { credential: string; scans: Scan[]; response: ServerResponse; answer: string };
let waiting: Request[] = [];

const record = database.transaction((batch: Request[]) => {
  for (const request of batch) {
    const device = findDevice.get(sha256(request.credential)) as Device;
    const answers = request.scans.map((scan) => {
      const known = findScan.get(scan.id) as { answer: string } | undefined;
      if (known) return known.answer;
      const hash = sha256(scan.code.slice(scan.code.lastIndexOf('/') + 1));
      const pass = findPass.get(hash) as { id: string; cluster_id: string } | undefined;
      const verdict = pass ? (findAdmission.get(pass.id) ? 'already_admitted' : 'admitted') : 'unknown';
      const at = new Date().toISOString();
      const digest = sha256(JSON.stringify([scan.id, scan.seq, scan.code, scan.method, scan.at]));
      const answer = JSON.stringify({ id: scan.id, digest, verdict, detail: pass });
      insertScan.run(
        scan.id,
        device.id,
        scan.seq,
        device.cluster_id,
        pass?.id,
        hash,
        scan.method,
        scan.at,
        scan.ageMs,
        at,
        at,
        digest,
        verdict,
        answer,
      );
      return answer;
    });
    request.answer = `{"results":[${answers.join(',')}]}`;
  }
});

function flush(): void {
  const batch = waiting;
  waiting = [];
  record.immediate(batch);
  for (const { response, answer } of batch) {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(answer) });
    response.end(answer);
  }
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const { scans } = JSON.parse(Buffer.concat(chunks).toString()) as { scans: Scan[] };
    const credential = (request.headers.authorization ?? '').slice('Bearer '.length);
    if (waiting.length === 0) setImmediate(flush);
    waiting.push({ credential, scans, response, answer: '' });
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`listening ${typeof address === 'object' && address ? address.port : 0}`);
});
process.on('SIGTERM', () => process.exit(0));
