import type { Context } from '../../context.ts';
import { setFlash } from '../../http/page/flash.ts';
import { actorOf, everyone, get, holder, organisers, post, type Route, signedIn } from '../../http/route.ts';
import { endSession } from '../../http/session.ts';
import { links } from '../links.ts';
import { showJoin, submitJoin } from './join-page.ts';
import { managedAccount, showAccounts, submitInvitation, submitLink } from './list-page.ts';
import { showMove, submitMove } from './move-page.ts';
import { showPassword, submitPassword } from './password-page.ts';
import { disableAccount, enableAccount } from '../../actions/accounts/set-disabled.ts';
import { showSignIn, submitSignIn } from './sign-in-page.ts';

export const accountRoutes = (context: Context): Route[] => [
  get('/login', everyone, (req, res) => showSignIn(context, req, res)),
  post('/login', everyone, (req, res) => submitSignIn(context, req, res)),
  post('/logout', everyone, async (req, res) => {
    await endSession(context, req, res);
    setFlash(res, 'signed_out');
    res.redirect(303, links.signIn);
  }),
  get('/join/:token', holder, (req, res) => showJoin(context, req, res)),
  post('/join/:token', holder, (req, res) => submitJoin(context, req, res)),
  get('/account/password', signedIn, (req, res) => showPassword(req, res, {})),
  post('/account/password', signedIn, (req, res) => submitPassword(context, req, res)),
  get('/accounts', organisers, (req, res) => showAccounts(context, req, res)),
  post('/accounts', organisers, (req, res) => submitInvitation(context, req, res)),
  post('/accounts/:accountId/link', organisers, (req, res) => submitLink(context, req, res)),
  get('/accounts/:accountId/unit', organisers, (req, res) => showMove(context, req, res)),
  post('/accounts/:accountId/unit', organisers, (req, res) => submitMove(context, req, res)),
  post('/accounts/:accountId/disable', organisers, async (req, res) => {
    const account = await managedAccount(context, req, res);
    await disableAccount(context, actorOf(res), account.id);
    setFlash(res, 'account_disabled', account.login);
    res.redirect(303, links.accounts);
  }),
  post('/accounts/:accountId/enable', organisers, async (req, res) => {
    const account = await managedAccount(context, req, res);
    await enableAccount(context, actorOf(res), account.id);
    setFlash(res, 'account_enabled', account.login);
    res.redirect(303, links.accounts);
  }),
];
