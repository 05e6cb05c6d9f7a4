/** What the desk says about the life of the list: why it came back, why it is locked, what was asked for meanwhile. */
import { changeRequestsOf } from '../../../db/lists/change-requests.ts';
import { type Context, instant } from '../../context.ts';
import { type Actor, isRegistrar } from '../../domain/account.ts';
import { clock, inZone, shortDate } from '../../domain/words/document-date.ts';
import { mayReturn } from '../../domain/list/list-status.ts';
import { addressed } from '../../domain/vietnamese/person-name.ts';
import type { Words } from '../../i18n/catalogue.ts';
import { type ListFacts, wayInto } from '../../actions/lists/list-facts.ts';
import { links } from '../links.ts';

const MOST_REQUESTS = 5;

export async function listStatusNotes(context: Context, actor: Actor, facts: ListFacts, t: Words) {
  const { cluster, unit } = facts;
  const isForOwnUnit = isRegistrar(actor);
  const path = { clusterId: cluster.id, unitId: unit.unitId };
  const time = (at: string) => {
    const local = inZone(at, cluster.zone);
    return `${clock(local)}, ${shortDate(local)}`;
  };
  const way = wayInto(actor, facts, instant(context));
  const requests = await changeRequestsOf(context.db.read, cluster.id, unit.unitId);
  return {
    returned:
      unit.listState === 'returned'
        ? {
            said: t.listStatus.returnedNote(time(unit.decidedAt ?? '')),
            reason: unit.returnReason,
            what: t.listStatus.returnedWhat,
            handInAction: isForOwnUnit ? links.handInAgain(path) : undefined,
          }
        : undefined,
    keptBack:
      way.kind === 'direct' ? undefined : way.why === 'list_locked' ? t.listStatus.lockedNote : t.listStatus.lateNote,
    returnHref: !isForOwnUnit && mayReturn(unit.listState) ? links.returnList(path) : undefined,
    historyHref: links.clusterHistory({ clusterId: cluster.id, unitId: isForOwnUnit ? undefined : unit.unitId }),
    requests: requests.slice(0, MOST_REQUESTS).map((request) => {
      const state = request.decision?.verdict ?? 'open';
      return {
        href: links.changeRequest(request.id),
        line: request.correction
          ? t.listStatus.requestCorrectionLine(addressed(request.correction), time(request.askedAt))
          : t.listStatus.requestLine(request.rowCount, time(request.askedAt)),
        state: t.listStatus.requestState[state],
        tone: state === 'open' ? 'info' : state === 'approved' ? 'ok' : 'bad',
        icon: state === 'open' ? 'inbox' : state === 'approved' ? 'check-circle' : 'x',
        reason: request.decision?.reason || undefined,
      };
    }),
  };
}
