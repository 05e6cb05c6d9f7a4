import type { ErrorWords } from '../vi/errors.ts';

export const errors: ErrorWords = {
  title: 'This could not be done',
  home: 'Go to the main page',
  signIn: 'Sign in',
  reference: (id) => `Reference: ${id}`,
  not_found: 'This page or record was not found. The link may be old or incomplete.',
  forbidden: 'This account may not open this page. Please ask the organiser if you need it.',
  signInAgain: 'The session has ended; please sign in again. What was typed is kept.',
  signInInAnotherWindow:
    'The session has ended and what was sent is not saved. Please sign in in another tab, go back to the page before and press again.',
  unauthorised: 'Please sign in to continue.',
  device_unauthorised: 'This phone is not paired or was revoked. Please pair it again.',
  cross_site: 'The request came from another site and was refused. Please open the page again and retry.',
  too_many: 'Too many tries. Please wait a while and try again.',
  unavailable: 'The system cannot write at the moment. Nothing was lost; please try again in a few minutes.',
  unexpected: 'Something unexpected went wrong. Nothing was changed; please try again or tell the organiser.',
  malformed_json: 'The request body is not valid JSON.',
  malformed_body: 'The request body does not have the expected shape.',
  malformed_form: 'The form could not be read. Please reload the page and enter it again.',
  too_large: 'The request is too large.',
  too_many_rows: 'At most 500 rows can be sent at a time.',
  draft_stale: 'The draft was saved, submitted or thrown away elsewhere; nothing was overwritten.',
  deadline_passed:
    'The registration deadline has passed; please contact the organiser. You can still withdraw delegates.',
  list_locked:
    'The list was accepted and cannot be changed directly. To add delegates, send a request on the registration page.',
  pairing_invalid: 'This pairing code is wrong, used or expired. Please create a new one.',
  link_invalid: 'This link is wrong, used or expired. Please ask for a new one.',
  format_unavailable: 'This list is not available in that file format yet. Excel (xlsx) and CSV are.',
  dates_wrong: 'No invitation was sent: dates or hours of the cluster must be fixed in the set-up.',
  delegate_gone: 'This delegate was withdrawn before; nothing was changed.',
};
