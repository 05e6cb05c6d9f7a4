/** The check checked: single rows of a copy are taken away, changed or doubled, and each must be reported. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { checkWorld, type Findings } from './check.ts';
import type { KillRun } from './kill-run.ts';
import type { Outcome } from './outcome.ts';

type Damage = { name: string; statement: string; isReported: (findings: Findings) => boolean };

const aScan = '(select id from scan order by id limit 1 offset 7)';
const anAdmission = `(select id from scan where verdict = 'admitted' order by id limit 1)`;
const aRegistration = `(select registration.id from registration join event on event.id = event_id
                        where event.code = 'faults' order by registration.id limit 1 offset 3)`;

/** Puts the row in a second time, under the id "again". */
const twin = (table: string, id: string, changes = `id = 'again'`) =>
  `create temp table twin as select * from ${table} where id = ${id};
   update twin set ${changes};
   update twin set id = 'again';
   insert into ${table} select * from twin;
   drop table twin;`;

export const damages: readonly Damage[] = [
  {
    name: 'an acknowledged scan is gone',
    statement: `delete from scan where id = ${aScan}`,
    isReported: ({ scans }) => scans.lost === 1,
  },
  {
    name: 'an acknowledged scan has another verdict',
    statement: `update scan set verdict = iif(verdict = 'unknown', 'closed', 'unknown') where id = ${aScan}`,
    isReported: ({ scans }) => scans.lost === 1,
  },
  {
    name: 'an acknowledged scan has another digest',
    statement: `update scan set digest = 'other' where id = ${aScan}`,
    isReported: ({ scans }) => scans.lost === 1,
  },
  {
    name: 'a delegate is admitted twice',
    statement: twin('scan', anAdmission, 'seq = 1000000'),
    isReported: ({ scans }) => scans.doubled === 1,
  },
  {
    name: 'an acknowledged registration is gone',
    statement: `delete from registration where id = ${aRegistration}`,
    isReported: ({ registrations }) => registrations.lost === 1,
  },
  {
    name: 'a seated delegate waits',
    statement: `update registration set seat = iif(seat = 'seated', 'waiting', 'seated') where id = ${aRegistration}`,
    isReported: ({ registrations, problems }) => registrations.lost === 1 || problems.length > 0,
  },
  {
    name: 'a person is registered twice',
    statement: `${twin('delegate', `(select delegate_id from registration where id = ${aRegistration})`)}
                ${twin('registration', aRegistration, `delegate_id = 'again', seat = 'waiting', list_order = 1000`)}`,
    isReported: ({ registrations }) => registrations.doubled === 1,
  },
  {
    name: 'a unit is above its quota',
    statement: `update cluster_unit set quota = 0`,
    isReported: ({ problems }) => problems.some((problem) => problem.includes('seats of 0')),
  },
  {
    name: 'an audit entry is changed',
    statement: `update audit_entry set detail = '{}' where seq = (select max(seq) from audit_entry)`,
    isReported: ({ problems }) => problems.some((problem) => problem.startsWith('audit chain')),
  },
];

/** The findings after this damage to a copy of the run's database. */
export async function findingsAfter({ folder, claims }: KillRun, { statement }: Damage): Promise<Findings> {
  const copy = join(folder, 'damaged');
  mkdirSync(copy, { recursive: true });
  for (const file of ['dontiep.sqlite', 'secret.key']) copyFileSync(join(folder, file), join(copy, file));
  const database = new Database(join(copy, 'dontiep.sqlite'));
  database.pragma('foreign_keys = OFF');
  dropTriggers(database);
  database.exec(statement);
  database.close();
  return await checkWorld(copy, claims);
}

/** Whoever holds the file can take its guards away. */
export function dropTriggers(database: Database.Database): void {
  const names = database.prepare(`select name from sqlite_master where type = 'trigger'`).pluck().all();
  for (const name of names) database.exec(`drop trigger "${name}"`);
}

export async function runControl(run: KillRun): Promise<Outcome> {
  const missed: string[] = [];
  for (const damage of damages) {
    if (!damage.isReported(await findingsAfter(run, damage))) missed.push(`not reported: ${damage.name}`);
  }
  return {
    line: `control: ${damages.length - missed.length} of ${damages.length} damages to the database were reported`,
    faults: 0,
    lost: 0,
    doubled: 0,
    problems: [...run.findings.problems, ...missed],
  };
}
