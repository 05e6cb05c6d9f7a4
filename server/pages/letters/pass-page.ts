import type { Cluster } from '../../../db/events/clusters.ts';
import type { Event } from '../../../db/events/events.ts';
import type { Guest } from '../../../db/letters/invitees.ts';
import type { Context } from '../../context.ts';
import { addressed } from '../../domain/vietnamese/person-name.ts';
import type { Words } from '../../i18n/catalogue.ts';
import { invitationWords } from '../../mail/letters/invitation-words.ts';
import { passCard } from '../shared/pass-card.ts';

export type PassFacts = { guest: Guest; cluster: Cluster; event: Event; words: Words };

/** The delegate card (thẻ đại biểu, A6) to print: for whoever has no e-mail, or would rather hold paper. */
export function passPage(context: Pick<Context, 'keys' | 'config'>, { guest, cluster, event, words }: PassFacts) {
  return {
    title: words.invitations.cardPage(addressed(guest)),
    says: invitationWords({ unitId: guest.unitId, person: guest, event, cluster }),
    card: guest.invitation && passCard(context, guest.invitation),
    backHref: `/clusters/${cluster.id}/letters`,
    bodyClass: 'card-page',
  };
}
