/** Every word a person reads. `Words` is the shape of the Vietnamese catalogue; the English one must have every key. */
import type { Language } from '../domain/words/document-date.ts';
import { accountProblems as enAccountProblems } from './en/account-problems.ts';
import { accounts as enAccounts } from './en/accounts.ts';
import { audit as enAudit } from './en/audit.ts';
import { door as enDoor } from './en/door.ts';
import { desk as enDesk } from './en/desk.ts';
import { errors as enErrors } from './en/errors.ts';
import { setupProblems as enSetupProblems } from './en/setup-problems.ts';
import { setup as enSetup } from './en/setup.ts';
import { files as enFiles } from './en/files.ts';
import { flash as enFlash } from './en/flash.ts';
import { history as enHistory } from './en/history.ts';
import { letters as enLetters } from './en/letters.ts';
import { layout as enLayout } from './en/layout.ts';
import { listStatus as enListStatus } from './en/list-status.ts';
import { overview as enOverview } from './en/overview.ts';
import { people as enPeople } from './en/people.ts';
import { plan as enPlan } from './en/plan.ts';
import { quickFixes as enQuickFixes } from './en/quick-fixes.ts';
import { registration as enRegistration } from './en/registration.ts';
import { lists as enLists } from './en/lists.ts';
import { unitPage as enUnitPage } from './en/unit-page.ts';
import { accountProblems } from './vi/account-problems.ts';
import { accounts } from './vi/accounts.ts';
import { audit } from './vi/audit.ts';
import { door } from './vi/door.ts';
import { desk } from './vi/desk.ts';
import { errors } from './vi/errors.ts';
import { setupProblems } from './vi/setup-problems.ts';
import { setup } from './vi/setup.ts';
import { files } from './vi/files.ts';
import { flash } from './vi/flash.ts';
import { history } from './vi/history.ts';
import { letters } from './vi/letters.ts';
import { layout } from './vi/layout.ts';
import { listStatus } from './vi/list-status.ts';
import { overview } from './vi/overview.ts';
import { people } from './vi/people.ts';
import { plan } from './vi/plan.ts';
import { quickFixes } from './vi/quick-fixes.ts';
import { registration } from './vi/registration.ts';
import { lists } from './vi/lists.ts';
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
  letters,
  door,
  lists,
  people,
  plan,
  setup,
  setupProblems,
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
  letters: enLetters,
  door: enDoor,
  lists: enLists,
  people: enPeople,
  plan: enPlan,
  setup: enSetup,
  setupProblems: enSetupProblems,
  unitPage: enUnitPage,
  audit: enAudit,
};

const catalogues: Record<Language, Words> = { vi, en };

export const wordsIn = (language: Language): Words => catalogues[language];
