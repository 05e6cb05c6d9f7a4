import { createReadStream, existsSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { clusterById, clustersOfEvent, participantsOf } from '../../../db/events/clusters.ts';
import { eventById } from '../../../db/events/events.ts';
import { inviteesOf } from '../../../db/letters/invitees.ts';
import { invitationFacts } from '../../../db/letters/invitation-facts.ts';
import { letterById } from '../../../db/letters/letters.ts';
import { registrationById } from '../../../db/people/registrations.ts';
import { type Context, instant } from '../../context.ts';
import { scopeOf, isOrganiser } from '../../domain/account.ts';
import { addressed } from '../../domain/vietnamese/person-name.ts';
import { clusterOfTheMoment, clusterTabs } from '../shared/cluster-tabs.ts';
import { BadRequest, found, NotFound } from '../../errors.ts';
import { clustersMeant } from '../../http/event-asked.ts';
import { setFlash } from '../../http/page/flash.ts';
import { sendPage } from '../../http/page/page.ts';
import { languageOf } from '../../http/reader.ts';
import { actorOf, get, param, post, type Route, registers } from '../../http/route.ts';
import { wordsIn } from '../../i18n/catalogue.ts';
import { dateSentence } from '../../i18n/plan-sentence.ts';
import { letterFile } from '../../mail/file-transport.ts';
import { links } from '../links.ts';
import { lettersQuery, sendBody, sendForm } from './forms.ts';
import { letterPage } from './letter-page.ts';
import { lettersPage } from './letters-page.ts';
import { passPage } from './pass-page.ts';
import { sendInvitations } from '../../actions/letters/send-invitations.ts';

/** The organiser's and the units' side. */
export const invitationRoutes = (context: Context): Route[] => [
  get('/letters', registers, (req, res) => goToLetters(context, req, res)),
  get('/clusters/:clusterId/letters', registers, (req, res) =>
    showLetters(context, req, res, { clusterId: param(req, 'clusterId') }),
  ),
  post('/clusters/:clusterId/letters', registers, (req, res) => sendUnsent(context, req, res)),
  post('/registrations/:registrationId/letters', registers, (req, res) => sendOne(context, req, res)),
  get('/registrations/:registrationId/pass', registers, (req, res) => showPass(context, req, res)),
  get('/letters/:letterId', registers, (req, res) => showLetter(context, req, res)),
  get('/letters/:letterId/letter.eml', registers, (req, res) => downloadLetter(context, req, res)),
  post('/api/v1/clusters/:clusterId/invitations', registers, (req, res) => sendByApi(context, req, res), {
    summary: 'Invite and send letters: to everybody unsent, or once more to the registrations named',
    body: sendBody,
    response: z.object({ queued: z.int() }),
  }),
];

async function goToLetters(context: Context, req: Request, res: Response) {
  const clusters = await clustersMeant(context, req, actorOf(res));
  const cluster = clusterOfTheMoment(clusters, instant(context));
  if (cluster) return res.redirect(302, links.letters(cluster.id));
  const t = wordsIn(languageOf(req)).letters;
  await sendPage(req, res, 'letters/none', { title: t.title, tab: 'letters' });
}

type LettersOf = { clusterId: string; status?: number };

async function showLetters(context: Context, req: Request, res: Response, { clusterId, status = 200 }: LettersOf) {
  const { read } = context.db;
  const actor = actorOf(res);
  const scope = scopeOf(actor);
  const language = languageOf(req);
  const words = wordsIn(language);
  const cluster = found(await clusterById(read, scope, clusterId));
  const event = found(await eventById(read, cluster.eventId));
  const clusters = await clustersOfEvent(read, scope, event.id);
  const invitees = await inviteesOf(read, { clusterId: cluster.id, scope });
  const units = scope.kind === 'all' ? await participantsOf(read, cluster.id) : [];
  const query = lettersQuery.parse(req.query);
  const maySetUp = isOrganiser(actor);
  await sendPage(req, res, 'letters/letters', {
    status,
    tab: 'letters',
    clusterTabs: clusterTabs(clusters, { current: cluster.id, href: ({ id }) => links.letters(id), words }),
    ...lettersPage(context, { cluster, event, invitees, units, query, words, language, maySetUp }),
  });
}

async function sendUnsent(context: Context, req: Request, res: Response) {
  const clusterId = param(req, 'clusterId');
  const { send } = sendForm.parse(req.body ?? {});
  const sending = await sendInvitations(context, actorOf(res), { clusterId, send });
  if (sending.kind === 'dates_wrong') return showLetters(context, req, res, { clusterId, status: 422 });
  const { letters, toPrint } = sending;
  if (letters > 0 && toPrint > 0) setFlash(res, 'letters_and_cards', String(letters), String(toPrint));
  else if (letters > 0) setFlash(res, 'letters_queued', String(letters));
  else if (toPrint > 0) setFlash(res, 'cards_ready', String(toPrint));
  else setFlash(res, 'letters_none');
  res.redirect(303, links.letters(clusterId));
}

async function sendOne(context: Context, req: Request, res: Response) {
  const actor = actorOf(res);
  const id = param(req, 'registrationId');
  const registration = found(await registrationById(context.db.read, scopeOf(actor), id));
  const { clusterId } = registration;
  const sending = await sendInvitations(context, actor, { clusterId, send: [id] });
  if (sending.kind === 'dates_wrong') return showLetters(context, req, res, { clusterId, status: 422 });
  if (sending.letters > 0) setFlash(res, 'letter_requeued', addressed(registration));
  else if (sending.toPrint > 0) setFlash(res, 'card_ready', addressed(registration));
  else setFlash(res, 'letters_none');
  res.redirect(303, links.letters(clusterId));
}

async function sendByApi(context: Context, req: Request, res: Response) {
  const body = sendBody.safeParse(req.body);
  if (!body.success) throw new BadRequest('malformed_body');
  const order = { clusterId: param(req, 'clusterId'), send: body.data.send };
  const sending = await sendInvitations(context, actorOf(res), order);
  if (sending.kind === 'sent') {
    res.json({ queued: sending.letters });
    return;
  }
  const words = wordsIn(languageOf(req));
  const said = sending.problems.map((problem) => dateSentence(words, problem));
  res.status(422).json({ error: { code: 'dates_wrong', message: [words.errors.dates_wrong, ...said].join(' ') } });
}

async function showPass(context: Context, req: Request, res: Response) {
  const { read } = context.db;
  const scope = scopeOf(actorOf(res));
  const registration = found(await registrationById(read, scope, param(req, 'registrationId')));
  const invitees = await inviteesOf(read, { clusterId: registration.clusterId, scope });
  const invitee = found(invitees.find(({ registrationId }) => registrationId === registration.id));
  const cluster = found(await clusterById(read, scope, registration.clusterId));
  const event = found(await eventById(read, cluster.eventId));
  const words = wordsIn(languageOf(req));
  await sendPage(req, res, 'letters/pass', passPage(context, { invitee, cluster, event, words }));
}

async function showLetter(context: Context, req: Request, res: Response) {
  const letter = await loadLetter(context, req, res);
  const facts = found(await invitationFacts(context.db.read, { invitationId: letter.invitationId }));
  const words = wordsIn(languageOf(req));
  const page = await letterPage(context, { letter, facts, words });
  await sendPage(req, res, 'letters/letter', { tab: 'letters', ...page });
}

/** The file as it was written, when letters are files. Sent as a download: mail is not a page of this site. */
async function downloadLetter(context: Context, req: Request, res: Response) {
  const letter = await loadLetter(context, req, res);
  const file = letterFile(context.config.dataDir, letter.id);
  if (!existsSync(file)) throw new NotFound();
  res.set({
    'Content-Type': 'message/rfc822',
    'Content-Disposition': 'attachment; filename="thu-moi.eml"',
    'Cache-Control': 'no-store',
  });
  await pipeline(createReadStream(file), res);
}

async function loadLetter(context: Context, req: Request, res: Response) {
  return found(await letterById(context.db.read, scopeOf(actorOf(res)), param(req, 'letterId')));
}
