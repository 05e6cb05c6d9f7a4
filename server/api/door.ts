/** What phones call. The scans' route comes without any look-up before its handler: see record-scans. */
import type { Request, Response } from 'express';
import { z } from 'zod';
import { type Context, instant } from '../context.ts';
import { MOST_SCANS_PER_REQUEST, reportedScan } from '../domain/door/reported-scan.ts';
import { verdictKinds } from '../domain/door/verdict.ts';
import { BadRequest } from '../errors.ts';
import { credentialHash, DeviceUnauthorised } from '../http/policy.ts';
import { addressOf } from '../http/reader.ts';
import { device, deviceInBatch, deviceOf, everyone, get, post, type Route } from '../http/route.ts';
import { countWrong, refuseGuesser } from '../actions/accounts/failed-secrets.ts';
import { pairDevice } from '../actions/door/pair-device.ts';
import { createScanRecorder, type ScanRecorder } from '../actions/door/record-scans.ts';
import { loadRoster } from './roster.ts';

const scansBody = z.object({ scans: z.array(reportedScan).min(1).max(MOST_SCANS_PER_REQUEST) });

const scansResponse = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      digest: z.string(),
      verdict: z.enum(verdictKinds).optional(),
      detail: z.looseObject({ kind: z.enum(verdictKinds) }).optional(),
      refused: z.enum(['id_reused', 'sequence_reused', 'too_many_typed']).optional(),
    }),
  ),
  present: z.int(),
  expected: z.int(),
});

const pairBody = z.object({ code: z.string().max(300) });
const pairResponse = z.object({
  credential: z.string(),
  device: z.object({ id: z.string(), gate: z.string() }),
  cluster: z.object({ id: z.string(), number: z.int(), venue: z.string() }),
});

const rosterResponse = z.object({
  device: z.object({ id: z.string(), gate: z.string() }),
  cluster: z.looseObject({ id: z.string(), number: z.int() }),
  event: z.object({ title: z.string() }),
  takenAt: z.string(),
  expected: z.int(),
  present: z.int(),
  entries: z.array(z.looseObject({ registrationId: z.string(), fullName: z.string() })),
});

export function doorApi(context: Context): Route[] {
  const record = createScanRecorder(context);
  return [
    post('/api/v1/door/scans', deviceInBatch, (req, res) => postScans(context, record, req, res), {
      summary: 'Record scans; answered after the commit is on disk, a resent scan gets its first answer',
      body: scansBody,
      response: scansResponse,
    }),
    get(
      '/api/v1/door/roster',
      device,
      async (_req, res) => {
        res.set('Cache-Control', 'no-store').json(await loadRoster(context, deviceOf(res)));
      },
      { summary: 'The delegates of the cluster this device stands at', response: rosterResponse },
    ),
    post('/api/v1/door/pair', everyone, (req, res) => postPair(context, req, res), {
      summary: 'Trade a pairing code for a device credential',
      body: pairBody,
      response: pairResponse,
    }),
  ];
}

async function postScans(context: Context, record: ScanRecorder, req: Request, res: Response) {
  const hash = credentialHash(req);
  const body = scansBody.safeParse(req.body);
  if (!body.success) throw new BadRequest('malformed_body');
  const recorded = await record({ credentialHash: hash, scans: body.data.scans, receivedAt: instant(context) });
  if (recorded.kind === 'unauthorised') throw new DeviceUnauthorised();
  const { results, present, expected } = recorded;
  const text = `{"results":[${results.join(',')}],"present":${present},"expected":${expected}}`;
  res.writeHead(200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
  });
  res.end(text);
}

async function postPair(context: Context, req: Request, res: Response) {
  const body = pairBody.safeParse(req.body);
  if (!body.success) throw new BadRequest('malformed_body');
  const tried = { kind: 'pairing', address: addressOf(req) } as const;
  refuseGuesser(context, tried);
  const paired = await pairDevice(context, body.data.code);
  if (paired.kind === 'pairing_invalid') {
    await countWrong(context, tried);
    throw new BadRequest('pairing_invalid');
  }
  const { credential, device: phone } = paired;
  const { id, number, venue } = phone.cluster;
  res.set('Cache-Control', 'no-store').json({
    credential,
    device: { id: phone.id, gate: phone.gate },
    cluster: { id, number, venue },
  });
}
