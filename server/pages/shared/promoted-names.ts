import type { Registration } from '../../../db/people/registrations.ts';
import { type Actor, isOrganiser } from '../../domain/account.ts';
import { addressed } from '../../domain/vietnamese/person-name.ts';
import type { Words } from '../../i18n/catalogue.ts';

/** Who moved up, for this reader: a registrar hears the names of the own unit and how many others there were. */
export function promotedNames(promoted: readonly Registration[], actor: Actor, t: Words): string {
  const isNamed = ({ unitId }: Registration) => isOrganiser(actor) || unitId === actor.unitId;
  const names = promoted.filter(isNamed).map(addressed);
  const others = promoted.length - names.length;
  return [...names, ...(others > 0 ? [t.registration.othersPromoted(others)] : [])].join(', ');
}
