import { z } from 'zod';

const MOST_CHOSEN = 500;

/** Registration ids may be any text: an unknown one is "not found", like a stranger's. */
export const sendBody = z.object({
  send: z.union([z.literal('unsent'), z.array(z.string().min(1).max(100)).max(MOST_CHOSEN)]),
});

/** Which button of the letters page was pressed. */
export const sendForm = z.object({ send: z.enum(['unsent', 'told_otherwise']).catch('unsent') });

/** The address line of the letters page: which number was clicked, whose list, what is searched, whose letter is shown. */
export const lettersQuery = z.object({
  show: z.enum(['all', 'invited', 'sent', 'confirmed', 'declined', 'returned', 'print']).catch('all'),
  /** The id of a unit: its name may change, and another's may begin with it. */
  unit: z.string().max(100).catch(''),
  q: z.string().max(100).catch(''),
  preview: z.string().max(100).catch(''),
});
export type LettersQuery = z.infer<typeof lettersQuery>;
