import type { Claims, Findings } from './check.ts';

/** A run of kills: what was acknowledged in it, and what the check found afterwards. */
export type KillRun = { kills: number; claims: Claims; folder: string; findings: Findings };
