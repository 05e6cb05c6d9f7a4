/**
 * The delegate's own page behind an invitation link. Opening it changes nothing, because mail gateways and chat apps
 * open links by themselves; answers are POSTs.
 */
import type { Request, Response } from 'express';
import { type InvitationFacts, invitationFacts } from '../../../db/letters/invitation-facts.ts';
import type { Context } from '../../context.ts';
import { readPassCode } from '../../domain/door/pass-code.ts';
import { sendPage } from '../../http/page/page.ts';
import { addressOf, languageOf } from '../../http/reader.ts';
import { get, holder, param, post, type Route } from '../../http/route.ts';
import { wordsIn } from '../../i18n/catalogue.ts';
import { sha256 } from '../../keys.ts';
import { countWrong, refuseGuesser } from '../../actions/accounts/failed-secrets.ts';
import { answerInvitation } from '../../actions/letters/answer-invitation.ts';
import { links } from '../links.ts';
import { type ReasonReading, readReason } from './forms.ts';
import { contactOf, holderPage } from './holder-page.ts';

/** An invitation in force and the hash it was found by. */
type Held = { facts: InvitationFacts; tokenHash: string };

export function holderRoutes(context: Context): Route[] {
  /** The invitation of the link, or undefined when the reader was told already that there is none. */
  async function openLink(req: Request, res: Response): Promise<Held | undefined> {
    const tried = { kind: 'invitation', address: addressOf(req) } as const;
    refuseGuesser(context, tried);
    const code = readPassCode(param(req, 'token'));
    const tokenHash = code?.kind === 'token' ? sha256(code.code) : undefined;
    const facts = tokenHash === undefined ? undefined : await invitationFacts(context.db.read, { tokenHash });
    if (!facts || tokenHash === undefined) {
      await countWrong(context, tried);
      await showUnknown(req, res);
      return undefined;
    }
    if (facts.isRevoked) {
      await showRevoked(req, res, facts);
      return undefined;
    }
    return { facts, tokenHash };
  }

  async function show(req: Request, res: Response, facts: InvitationFacts, typed?: ReasonReading) {
    const language = languageOf(req);
    const page = await holderPage(context, {
      facts,
      path: linkPath(req),
      words: wordsIn(language),
      language,
      ...(typed && { typed }),
    });
    await sendPage(req, res, 'invitation/invitation', { ...(typed && { status: 422 }), ...page });
  }

  return [
    get('/I/:token', holder, async (req, res) => {
      const held = await openLink(req, res);
      if (held) await show(req, res, held.facts);
    }),
    post('/I/:token/confirm', holder, async (req, res) => {
      const held = await openLink(req, res);
      if (!held) return;
      await answerInvitation(context, { tokenHash: held.tokenHash, kind: 'confirmed', reason: '' });
      res.redirect(303, linkPath(req));
    }),
    post('/I/:token/decline', holder, async (req, res) => {
      const held = await openLink(req, res);
      if (!held) return;
      const reading = readReason(req.body);
      if (reading.problem) return await show(req, res, held.facts, reading);
      await answerInvitation(context, { tokenHash: held.tokenHash, kind: 'declined', reason: reading.reason });
      res.redirect(303, linkPath(req));
    }),
  ];
}

/** The page's own path, without `/confirm` or `/decline`: back to where the reader was. */
const linkPath = (req: Request): string => links.invitation(param(req, 'token'));

async function showUnknown(req: Request, res: Response): Promise<void> {
  const t = wordsIn(languageOf(req)).letters;
  await sendPage(req, res, 'invitation/no-invitation', {
    status: 404,
    title: t.unknownTitle,
    message: t.unknown,
    contact: undefined,
    bodyClass: 'pass-page',
  });
}

/** Shows nothing of the person: the holder of an old link need not learn whose it was. */
async function showRevoked(req: Request, res: Response, facts: InvitationFacts): Promise<void> {
  const words = wordsIn(languageOf(req));
  await sendPage(req, res, 'invitation/no-invitation', {
    status: 404,
    title: words.letters.revokedTitle,
    message: words.letters.revoked,
    contact: contactOf(facts, words),
    bodyClass: 'pass-page',
  });
}
