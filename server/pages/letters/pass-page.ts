import type { Cluster } from '../../../db/events/clusters.ts';
import type { Event } from '../../../db/events/events.ts';
import type { ListedInvitee } from '../../../db/letters/invitees.ts';
import type { Context } from '../../context.ts';
import { addressed } from '../../domain/vietnamese/person-name.ts';
import type { Words } from '../../i18n/catalogue.ts';
import { invitationWords } from '../../mail/letters/invitation-words.ts';
import { passCard } from '../shared/pass-card.ts';
import { links } from '../links.ts';

export type PassFacts = { invitee: ListedInvitee; cluster: Cluster; event: Event; words: Words };

/** The delegate card (thẻ đại biểu, A6) to print: for delegates without e-mail, or who prefer paper. */
export function passPage(context: Pick<Context, 'keys' | 'config'>, { invitee, cluster, event, words }: PassFacts) {
  return {
    title: words.letters.cardPage(addressed(invitee)),
    says: invitationWords({ unitId: invitee.unitId, person: invitee, event, cluster }),
    card: invitee.invitation && passCard(context, invitee.invitation),
    backHref: links.letters(cluster.id),
    bodyClass: 'card-page',
  };
}
