/** Every word a person reads. `Words` is the shape of the Vietnamese catalogue; the English one must have every key. */
import type { Language } from '../domain/words/document-date.ts';
import { accountProblems as enAccountProblems } from './en/account-problems.ts';
import { accounts as enAccounts } from './en/accounts.ts';
import { audit as enAudit } from './en/audit.ts';
import { checkin as enCheckin } from './en/checkin.ts';
import { desk as enDesk } from './en/desk.ts';
import { errors as enErrors } from './en/errors.ts';
import { eventProblems as enEventProblems } from './en/event-problems.ts';
import { events as enEvents } from './en/events.ts';
import { files as enFiles } from './en/files.ts';
import { flash as enFlash } from './en/flash.ts';
import { history as enHistory } from './en/history.ts';
import { invitations as enInvitations } from './en/invitations.ts';
import { layout as enLayout } from './en/layout.ts';
import { listStatus as enListStatus } from './en/list-status.ts';
import { overview as enOverview } from './en/overview.ts';
import { people as enPeople } from './en/people.ts';
import { plan as enPlan } from './en/plan.ts';
import { quickFixes as enQuickFixes } from './en/quick-fixes.ts';
import { registration as enRegistration } from './en/registration.ts';
import { reports as enReports } from './en/reports.ts';
import { unitPage as enUnitPage } from './en/unit-page.ts';
import { accountProblems } from './vi/account-problems.ts';
import { accounts } from './vi/accounts.ts';
import { audit } from './vi/audit.ts';
import { checkin } from './vi/checkin.ts';
import { desk } from './vi/desk.ts';
import { errors } from './vi/errors.ts';
import { eventProblems } from './vi/event-problems.ts';
import { events } from './vi/events.ts';
import { files } from './vi/files.ts';
import { flash } from './vi/flash.ts';
import { history } from './vi/history.ts';
import { invitations } from './vi/invitations.ts';
import { layout } from './vi/layout.ts';
import { listStatus } from './vi/list-status.ts';
import { overview } from './vi/overview.ts';
import { people } from './vi/people.ts';
import { plan } from './vi/plan.ts';
import { quickFixes } from './vi/quick-fixes.ts';
import { registration } from './vi/registration.ts';
import { reports } from './vi/reports.ts';
import { unitPage } from './vi/unit-page.ts';

const vi = {
  layout,
  errors,
  flash,
  accounts,
  accountProblems,
  registration,
  quickFixes,
  files,
  listStatus,
  history,
  desk,
  overview,
  invitations,
  checkin,
  reports,
  people,
  plan,
  events,
  eventProblems,
  unitPage,
  audit,
};
export type Words = typeof vi;

const en: Words = {
  layout: enLayout,
  errors: enErrors,
  flash: enFlash,
  accounts: enAccounts,
  accountProblems: enAccountProblems,
  registration: enRegistration,
  quickFixes: enQuickFixes,
  files: enFiles,
  listStatus: enListStatus,
  history: enHistory,
  desk: enDesk,
  overview: enOverview,
  invitations: enInvitations,
  checkin: enCheckin,
  reports: enReports,
  people: enPeople,
  plan: enPlan,
  events: enEvents,
  eventProblems: enEventProblems,
  unitPage: enUnitPage,
  audit: enAudit,
};

const catalogues: Record<Language, Words> = { vi, en };

export const wordsIn = (language: Language): Words => catalogues[language];
