/** Every word a person reads. `Words` is the shape of the Vietnamese catalogue; the English one must have every key. */
import type { Language } from '../domain/document-date.ts';
import { accountProblems as enAccountProblems } from './en/account-problems.ts';
import { accounts as enAccounts } from './en/accounts.ts';
import { audit as enAudit } from './en/audit.ts';
import { checkin as enCheckin } from './en/checkin.ts';
import { errors as enErrors } from './en/errors.ts';
import { flash as enFlash } from './en/flash.ts';
import { invitations as enInvitations } from './en/invitations.ts';
import { layout as enLayout } from './en/layout.ts';
import { overview as enOverview } from './en/overview.ts';
import { plan as enPlan } from './en/plan.ts';
import { registration as enRegistration } from './en/registration.ts';
import { reports as enReports } from './en/reports.ts';
import { accountProblems } from './vi/account-problems.ts';
import { accounts } from './vi/accounts.ts';
import { audit } from './vi/audit.ts';
import { checkin } from './vi/checkin.ts';
import { errors } from './vi/errors.ts';
import { flash } from './vi/flash.ts';
import { invitations } from './vi/invitations.ts';
import { layout } from './vi/layout.ts';
import { overview } from './vi/overview.ts';
import { plan } from './vi/plan.ts';
import { registration } from './vi/registration.ts';
import { reports } from './vi/reports.ts';

const vi = {
  layout,
  errors,
  flash,
  accounts,
  accountProblems,
  registration,
  overview,
  invitations,
  checkin,
  reports,
  plan,
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
  overview: enOverview,
  invitations: enInvitations,
  checkin: enCheckin,
  reports: enReports,
  plan: enPlan,
  audit: enAudit,
};

const catalogues: Record<Language, Words> = { vi, en };

export const wordsIn = (language: Language): Words => catalogues[language];
