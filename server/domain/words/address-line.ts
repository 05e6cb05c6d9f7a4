/** How a letter names people and the office that invites them. */
import { fold } from '../vietnamese/fold.ts';

const KIND_OF_PLACE = /^(Huyện|Quận|Thành phố|Thị xã|Thị trấn|Xã|Phường|Đặc khu)(?=\s)/iu;
const COMMITTEE = /^(UBND|Ủy ban nhân dân|Uỷ ban nhân dân)(?=\s)/u;

/** "Huyện Vĩnh Thạnh" inside a sentence: "huyện Vĩnh Thạnh". Offices keep their capital: "Sở Nội vụ". */
export const unitInSentence = (name: string): string => name.replace(KIND_OF_PLACE, (kind) => kind.toLowerCase());

/**
 * The office that invites: the lead unit for its own list, the people's committee for a district's or commune's
 * (plan 2023: the department invites the city's delegates, each committee its own). Other offices go by their name.
 */
export function issuingUnit({ unitName, isLead }: { unitName: string; isLead: boolean }): string {
  if (isLead) return unitName;
  if (COMMITTEE.test(unitName)) return unitName.replace(COMMITTEE, 'Ủy ban nhân dân');
  return KIND_OF_PLACE.test(unitName) ? `Ủy ban nhân dân ${unitInSentence(unitName)}` : unitName;
}

/** "Chủ tịch UBND, xã Thạnh Mỹ, huyện Vĩnh Thạnh": post, workplace and unit, leaving out what is said already. */
export function postLine({
  position,
  workplace,
  unitName,
}: {
  position: string;
  workplace: string;
  unitName: string;
}): string {
  const parts: string[] = [];
  for (const part of [position, unitInSentence(workplace), unitInSentence(unitName)]) {
    const isSaid = part === '' || parts.some((said) => fold(said).includes(fold(part)));
    if (!isSaid) parts.push(part);
  }
  return parts.join(', ');
}
