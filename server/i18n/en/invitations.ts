import type { InvitationsWords } from '../vi/invitations.ts';

export const invitations: InvitationsWords = {
  title: '',
};
