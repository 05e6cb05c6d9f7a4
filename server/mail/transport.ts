import type { Delivery } from '../domain/letters/letter.ts';
import type { OutgoingLetter } from './message.ts';

/** A way for letters to leave. */
export type Transport = {
  /** One try. Never throws for what a mail server may answer or a network may do. */
  deliver(letter: OutgoingLetter): Promise<Delivery>;
  close(): void;
};
