/** What was ticked in the differences between a file and the list: carried out, then the review as it stands after it. */
import type { Request, Response } from 'express';
import { type Context, instant } from '../../../context.ts';
import { addressed } from '../../../domain/vietnamese/person-name.ts';
import type { Actor } from '../../../domain/account.ts';
import { BadRequest } from '../../../errors.ts';
import { languageOf } from '../../../http/reader.ts';
import { actorOf, param } from '../../../http/route.ts';
import { type Words, wordsIn } from '../../../i18n/catalogue.ts';
import { type CarriedOut, carryOutDifferences } from '../../../actions/lists/carry-out-differences.ts';
import type { DifferencesProblem } from './differences-card.ts';
import { loadReview, separateNamesakes } from './file-facts.ts';
import { coverageOf, fieldsOfFile } from './file-sheets.ts';
import { LONGEST_REASON, readDeskForm } from '../forms.ts';
import { promotedNames } from '../../shared/promoted-names.ts';
import { judgeHandIn } from '../../../actions/lists/register-delegates.ts';
import { showReview } from './review-page.ts';

/** @throws BadRequest when the rows came out of no file */
export async function submitDifferences(context: Context, req: Request, res: Response): Promise<void> {
  const actor = actorOf(res);
  const { files, registration } = wordsIn(languageOf(req));
  const form = readDeskForm(req.body);
  const { file, omitted, covers, ticked } = form.review;
  if (!file) throw new BadRequest('malformed_form');
  const { reason = '' } = ticked;
  const clusterId = param(req, 'clusterId');
  const show = async (
    result: Pick<Parameters<typeof showReview>[3], 'status' | 'note' | 'said' | 'differencesProblem'>,
  ) => {
    const review = await loadReview(context.db.read, actor, { clusterId, form });
    const separated = separateNamesakes(form, review);
    const { plan } = judgeHandIn(actor, review.facts, { rows: separated.rows, at: instant(context) });
    await showReview(context, req, res, { form: separated, review, plan, ...result });
  };
  const refuse = (of: DifferencesProblem['of'], text: string) =>
    show({ status: 422, differencesProblem: { of, text } });
  if (ticked.correct.size + ticked.withdraw.size + ticked.rename.size === 0)
    return refuse('ticks', files.nothingTicked);
  if (ticked.withdraw.size > 0) {
    const isLong = reason.length > LONGEST_REASON;
    const tooLong = registration.problems.text_too_long({ most: String(LONGEST_REASON) });
    const problem = reason === '' ? registration.withdrawReasonMissing : isLong ? tooLong : undefined;
    if (problem !== undefined) return refuse('reason', problem);
  }
  const result = await carryOutDifferences(context, actor, {
    clusterId,
    unitId: form.unitId,
    file: { rows: form.rows, omitted, fields: fieldsOfFile(file), covers: coverageOf(file, covers) },
    ...ticked,
    reason,
    overrideReason: form.overrideReason,
  });
  await show({ status: 200, ...sentences(result, actor, wordsIn(languageOf(req))) });
}

function sentences(result: CarriedOut, actor: Actor, t: Words): { note?: string; said?: string } {
  const words = t.files;
  const { corrected, withdrawn, promoted, refused } = result;
  const names = (people: CarriedOut['corrected']) => people.map(addressed).join(', ');
  const said = [words.carriedOut(corrected.length, withdrawn.length)];
  if (promoted.length > 0) said.push(words.promoted(promotedNames(promoted, actor, t)));
  const notes = (['overtaken', 'locked', 'problems', 'present', 'over'] as const).flatMap((why) => {
    const people = refused.filter((one) => one.why === why).map(({ registration }) => registration);
    return people.length > 0 ? [words.notCarriedOut[why](names(people))] : [];
  });
  const isSilent = corrected.length + withdrawn.length === 0 && notes.length > 0;
  return { ...(!isSilent && { said: said.join(' ') }), ...(notes.length > 0 && { note: notes.join(' ') }) };
}
