/**
 * Recomputes the audit chain from its first entry. Found: an entry that was changed, taken out, put in or moved.
 *
 * No chain can miss by itself what was cut off at its end. Whoever keeps a head (number and hash of the last entry)
 * outside the database finds that too: it is passed in as `anchor`. An anchor also shows a chain that was written anew
 * by somebody who holds the key.
 */
import { auditText } from './audit.ts';
import type { Reader } from '../schema.ts';

export type AuditHead = { seq: number; hash: string };

export type AuditFinding =
  | { kind: 'intact'; entries: number; head: AuditHead | undefined }
  /** `seq` is the first entry that does not fit; with `cut`, the first that is not there. */
  | { kind: 'broken'; seq: number; why: 'gap' | 'link' | 'changed' | 'anchor' | 'cut' };

const ENTRIES_AT_ONCE = 1000;

/**
 * @param mac the HMAC that `appendAudit` was given
 * @param anchor a head noted earlier, outside this database
 */
export async function verifyAudit(
  db: Reader,
  mac: (text: string) => string,
  anchor?: AuditHead,
): Promise<AuditFinding> {
  let head: AuditHead = { seq: 0, hash: '' };
  // From below zero, so that an entry slipped in before the first one is seen.
  for (let after = Number.MIN_SAFE_INTEGER; ; after = head.seq) {
    const entries = await entriesAfter(db, after);
    for (const entry of entries) {
      const seq = head.seq + 1;
      if (entry.seq !== seq) return { kind: 'broken', seq, why: 'gap' };
      if (entry.previous_hash !== head.hash) return { kind: 'broken', seq, why: 'link' };
      if (entry.hash !== mac(auditText(entry))) return { kind: 'broken', seq, why: 'changed' };
      if (anchor?.seq === seq && anchor.hash !== entry.hash) return { kind: 'broken', seq, why: 'anchor' };
      head = { seq, hash: entry.hash };
    }
    if (entries.length < ENTRIES_AT_ONCE) break;
  }
  if (anchor && anchor.seq > head.seq) return { kind: 'broken', seq: head.seq + 1, why: 'cut' };
  return { kind: 'intact', entries: head.seq, head: head.seq === 0 ? undefined : head };
}

async function entriesAfter(db: Reader, seq: number) {
  return await db
    .selectFrom('audit_entry')
    .select(['seq', 'at', 'actor', 'action', 'subject', 'detail', 'previous_hash', 'hash'])
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(ENTRIES_AT_ONCE)
    .execute();
}
