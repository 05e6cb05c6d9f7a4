/** One person, a substitute, two entries made one, and the search. */
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { addressed } from '../../domain/vietnamese/person-name.ts';
import { found } from '../../errors.ts';
import { setFlash } from '../../http/page/flash.ts';
import { languageOf } from '../../http/reader.ts';
import { actorOf, get, organisers, param, post, type Route, registers } from '../../http/route.ts';
import { wordsIn } from '../../i18n/catalogue.ts';
import { links } from '../links.ts';
import { showAskCorrection, submitAskCorrection } from './ask-correction-page.ts';
import { correctDelegate } from '../../actions/people/correct-delegate.ts';
import { showOtherClusters, submitOtherClusters } from './other-clusters-page.ts';
import { showMerge, submitMerge } from './merge-page.ts';
import { readPersonForm } from './people-forms.ts';
import { loadPerson, showPerson } from './person-page.ts';
import { lockedNote } from './person-clusters.ts';
import { registerInClusters } from '../../actions/people/register-in-clusters.ts';
import { problemSentence } from '../../i18n/problem-sentence.ts';
import { showSearch } from './search-page.ts';
import { showSubstitute, submitSubstitute } from './substitute-page.ts';

export const peopleRoutes = (context: Context): Route[] => [
  get('/search', registers, (req, res) => showSearch(context, req, res)),
  get('/registrations/:registrationId', registers, (req, res) => showPerson(context, req, res)),
  post('/registrations/:registrationId/correct', registers, (req, res) => submitCorrection(context, req, res)),
  get('/registrations/:registrationId/change-request', registers, (req, res) => showAskCorrection(context, req, res)),
  post('/registrations/:registrationId/change-request', registers, (req, res) =>
    submitAskCorrection(context, req, res),
  ),
  get('/registrations/:registrationId/substitute', registers, (req, res) => showSubstitute(context, req, res)),
  post('/registrations/:registrationId/substitute', registers, (req, res) => submitSubstitute(context, req, res)),
  get('/registrations/:registrationId/merge', registers, (req, res) => showMerge(context, req, res)),
  post('/registrations/:registrationId/merge', registers, (req, res) => submitMerge(context, req, res)),
  post('/registrations/:registrationId/clusters', organisers, (req, res) => submitOtherCluster(context, req, res)),
  get('/clusters/:clusterId/elsewhere', organisers, (req, res) => showOtherClusters(context, req, res)),
  post('/clusters/:clusterId/elsewhere', organisers, (req, res) => submitOtherClusters(context, req, res)),
];

async function submitCorrection(context: Context, req: Request, res: Response): Promise<void> {
  const t = wordsIn(languageOf(req)).people;
  const form = readPersonForm(req.body);
  const registrationId = param(req, 'registrationId');
  const result = await correctDelegate(context, actorOf(res), { registrationId, ...form });
  const refuse = (more: object = {}) => showPerson(context, req, res, { status: 422, form, ...more });
  switch (result.kind) {
    case 'problems': {
      const { line, otherCluster } = result;
      return refuse({ line, ...(otherCluster !== undefined && { note: t.problemInOtherCluster(otherCluster) }) });
    }
    case 'locked': {
      // Nothing typed is lost: the same form goes to the organiser as a request.
      const { facts } = await loadPerson(context, req, actorOf(res));
      const note = lockedNote(result.lock, facts.cluster.number, t);
      return showAskCorrection(context, req, res, { form, line: result.line, note });
    }
    case 'another_name':
      return refuse({ line: result.line, asksSamePerson: true });
    case 'overtaken':
      return refuse({ line: result.line, note: t.overtaken });
    case 'withdrawn':
      setFlash(res, 'person_withdrawn');
      break;
    case 'unchanged':
      setFlash(res, 'corrected_nothing');
      break;
    case 'corrected': {
      const { person } = await loadPerson(context, req, actorOf(res));
      setFlash(res, 'corrected', addressed(person));
      break;
    }
    default:
      throw new Error(`No such result: ${JSON.stringify(result satisfies never)}`);
  }
  res.redirect(303, links.person(registrationId));
}

const otherClusterForm = z.object({ cluster: z.string().max(100).catch(''), anotherPerson: z.string().catch('') });

async function submitOtherCluster(context: Context, req: Request, res: Response): Promise<void> {
  const t = wordsIn(languageOf(req));
  const { cluster: clusterId, anotherPerson } = otherClusterForm.parse(req.body ?? {});
  const registrationId = param(req, 'registrationId');
  const order = { registrationId, clusterId, anotherPerson: anotherPerson === '1' };
  const result = await registerInClusters(context, actorOf(res), order);
  switch (result.kind) {
    case 'problems': {
      const problem = found(result.line.problems.find(({ code }) => code !== 'email_missing'));
      const note = t.people.otherClustersProblem(result.clusterNumber, problemSentence(problem, t));
      return showPerson(context, req, res, { status: 422, note, askedCluster: clusterId });
    }
    case 'withdrawn':
      setFlash(res, 'person_withdrawn');
      return res.redirect(303, links.person(registrationId));
    case 'registered_already':
      setFlash(res, 'placed_already', String(result.clusterNumber));
      return res.redirect(303, links.person(result.registrationId));
    case 'registered':
      setFlash(
        res,
        result.seat === 'seated' ? 'placed_elsewhere' : 'placed_elsewhere_waiting',
        String(result.clusterNumber),
      );
      return res.redirect(303, links.person(result.registrationId));
    default:
      throw new Error(`No such result: ${JSON.stringify(result satisfies never)}`);
  }
}
