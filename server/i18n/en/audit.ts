import type { audit as vi } from '../vi/audit.ts';

export const audit: typeof vi = {
  usage: 'Usage: npm run verify-audit [-- NUMBER:HASH], the last line of an earlier check.',
  missing: (file) => `There is no file ${file}; nothing was checked.`,
  intact: (entries, hasAnchor) =>
    `The audit log is intact: ${entries} entries${hasAnchor ? ', complete up to the one noted before' : ''}.`,
  keep: 'Keep the line below elsewhere: it will tell whether the log was cut at its end.',
  broken: {
    gap: (seq) => `The audit log was tampered with: entry ${seq} is missing.`,
    link: (seq) => `The audit log was tampered with: entry ${seq} does not follow the one before it.`,
    changed: (seq) => `The audit log was tampered with: entry ${seq} was changed.`,
    anchor: (seq) => `The audit log was rewritten: entry ${seq} differs from the hash kept elsewhere.`,
    cut: (seq) => `The audit log was cut at its end: from entry ${seq} on nothing is left.`,
  },
};
