export const invitations = {
  title: '',
};
export type InvitationsWords = typeof invitations;
