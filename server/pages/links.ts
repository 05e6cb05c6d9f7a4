/** The addresses of the pages, each spelt once. */

/** The desk of a unit's list; a registrar's own needs no unit in the address. */
export const deskHref = ({ clusterId, unitId }: { clusterId: string; unitId: string }, isRegistrar: boolean): string =>
  `/clusters/${clusterId}/registrations${isRegistrar ? '' : `?unit=${unitId}`}`;
