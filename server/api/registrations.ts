/** The same desk for scripts: JSON in, the same plan out. */
import type { Request, Response } from 'express';
import { z } from 'zod';
import { allClusters } from '../../db/events/clusters.ts';
import { seatCounts, totalSeats } from '../../db/seats/seats.ts';
import { clusterHeadCounts } from '../../db/door/cluster-head-counts.ts';
import type { Context } from '../context.ts';
import { scopeOf } from '../domain/account.ts';
import { rowFields } from '../domain/list/row.ts';
import { BadRequest } from '../errors.ts';
import { languageOf } from '../http/reader.ts';
import { actorOf, get, param, post, type Route, readsLists, registers } from '../http/route.ts';
import { type Words, wordsIn } from '../i18n/catalogue.ts';
import { typedRows } from '../domain/list/row-json.ts';
import { registrationsBody } from './bodies.ts';
import { MOST_ROWS } from '../domain/list/row-limits.ts';
import { type HandInResult, previewRegistration, registerDelegates } from '../actions/lists/register-delegates.ts';
import { problemSentence } from '../i18n/problem-sentence.ts';

const clusterSummary = z.object({
  id: z.string(),
  number: z.int(),
  min: z.int(),
  max: z.int(),
  seated: z.int(),
  waiting: z.int(),
  present: z.int(),
});

const lineResult = z.object({
  line: z.int(),
  kind: z.enum(['seated', 'waiting', 'duplicate', 'problem']),
  id: z.string().optional(),
  problems: z.array(
    z.object({
      field: z.enum(rowFields),
      code: z.string(),
      severity: z.enum(['error', 'warning']),
      message: z.string(),
    }),
  ),
});

const handInResponse = z.object({
  seated: z.int(),
  waiting: z.int(),
  /** False for a dry run, and when a problem or the deadline kept the whole list back. */
  committed: z.boolean(),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
  results: z.array(lineResult),
});

export const registrationsApi = (context: Context): Route[] => [
  get('/api/v1/clusters', readsLists, (_req, res) => listClusters(context, res), {
    summary: 'The clusters this account can see, with head counts',
    response: z.array(clusterSummary),
  }),
  post('/api/v1/clusters/:clusterId/registrations', registers, (req, res) => postRegistrations(context, req, res), {
    summary: 'Register delegates; one line with an error keeps all back (422) unless onlyValid is set',
    body: registrationsBody,
    response: handInResponse,
  }),
];

async function listClusters({ db }: Context, res: Response) {
  const clusters = await allClusters(db.read, scopeOf(actorOf(res)));
  const heads = await clusterHeadCounts(
    db.read,
    clusters.map((cluster) => cluster.id),
  );
  const summaries = [];
  for (const { id, number, min, max } of clusters) {
    const { seated, waiting } = totalSeats(await seatCounts(db.read, id));
    summaries.push({ id, number, min, max, seated, waiting, present: heads.get(id)?.present ?? 0 });
  }
  res.json(summaries);
}

async function postRegistrations(context: Context, req: Request, res: Response) {
  const body = registrationsBody.safeParse(req.body);
  if (!body.success) {
    const isTooLong = Array.isArray(req.body?.rows) && req.body.rows.length > MOST_ROWS;
    throw new BadRequest(isTooLong ? 'too_many_rows' : 'malformed_body');
  }
  const { rows, dryRun = false, onlyValid = false, unitId, overrideReason = '' } = body.data;
  const handIn = { clusterId: param(req, 'clusterId'), unitId, rows: typedRows(rows), onlyValid, overrideReason };
  const act = dryRun ? previewRegistration : registerDelegates;
  const result = await act(context, actorOf(res), handIn);
  const isKeptBack = result.kind !== 'registered';
  res.status(isKeptBack && !dryRun ? 422 : 200).json(toResponse(result, { dryRun, t: wordsIn(languageOf(req)) }));
}

function toResponse(
  result: HandInResult,
  { dryRun, t }: { dryRun: boolean; t: Words },
): z.infer<typeof handInResponse> {
  const { plan } = result;
  const committed = result.kind === 'registered' && !dryRun;
  const counts = committed || dryRun;
  return {
    seated: counts ? plan.seated : 0,
    waiting: counts ? plan.waiting : 0,
    committed,
    ...((result.kind === 'deadline_passed' || result.kind === 'list_locked') && {
      error: { code: result.kind, message: t.errors[result.kind] },
    }),
    results: plan.lines.map((line) => {
      const id = result.kind === 'registered' ? result.ids.get(line.line) : undefined;
      return {
        line: line.line,
        kind: line.kind,
        ...(id !== undefined && { id }),
        problems: line.problems.map((problem) => ({
          field: problem.field,
          code: problem.code,
          severity: problem.severity,
          message: problemSentence(problem, t),
        })),
      };
    }),
  };
}
