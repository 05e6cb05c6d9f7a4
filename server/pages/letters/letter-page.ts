import { existsSync } from 'node:fs';
import type { InvitationFacts } from '../../../db/letters/invitation-facts.ts';
import type { Letter } from '../../../db/letters/letters.ts';
import type { Context } from '../../context.ts';
import { clock, inZone, shortDate } from '../../domain/words/document-date.ts';
import { addressed } from '../../domain/vietnamese/person-name.ts';
import type { Words } from '../../i18n/catalogue.ts';
import { letterFile } from '../../mail/file-transport.ts';
import { composeInvitation } from '../../mail/letters/invitation.ts';
import { messageIdOf } from '../../mail/message.ts';
import { links } from '../links.ts';
import { errorWords } from './invitee-line.ts';

/** A letter as it went out or will go out: its heading lines and its plain text. */
export async function letterPage(
  { config, keys }: Pick<Context, 'config' | 'keys'>,
  { letter, facts, words }: { letter: Letter; facts: InvitationFacts; words: Words },
) {
  const t = words.letters;
  const { publicBaseUrl, mailFrom } = config;
  const composed = await composeInvitation({ facts, codes: keys.passCodes(facts.invitation), publicBaseUrl });
  const sentAt = letter.sentAt === undefined ? undefined : inZone(letter.sentAt, facts.cluster.zone);
  const error = errorWords(letter, t);
  return {
    title: t.letterTitle(addressed(facts.person)),
    backHref: links.letters(facts.cluster.id),
    headers: [
      { label: t.from, value: `${mailFrom.name} <${mailFrom.address}>` },
      { label: t.to, value: `${composed.toName} <${letter.recipient}>` },
      { label: t.subject, value: composed.subject },
      { label: t.messageId, value: messageIdOf(letter.id, publicBaseUrl) },
      { label: t.state, value: stateWords(letter, words) },
      { label: t.attempts, value: String(letter.attempts) },
      ...(sentAt ? [{ label: t.sentAt, value: `${clock(sentAt)}, ${shortDate(sentAt)}` }] : []),
      ...(error === undefined ? [] : [{ label: t.lastError, value: error }]),
    ],
    text: composed.text,
    downloadHref: existsSync(letterFile(config.dataDir, letter.id)) ? links.letterFile(letter.id) : undefined,
  };
}

function stateWords({ state }: Letter, { letters: t }: Words): string {
  const words: Record<Letter['state'], string> = {
    queued: t.states.queued,
    sending: t.sending,
    sent: t.sent,
    returned: t.states.returned,
    uncertain: t.states.uncertain,
  };
  return words[state];
}
