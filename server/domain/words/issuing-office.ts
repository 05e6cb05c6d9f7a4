/**
 * The two lines at the top left of a paper (NĐ 30/2020/NĐ-CP, Phụ lục I): the office above, then the office that issues
 * it. A place does not issue papers, its people's committee does: "Thành phố Cần Thơ" becomes "UBND thành phố Cần Thơ".
 */
const PLACE = /^(thành phố|tỉnh|quận|huyện|thị xã|thị trấn|phường|xã|đặc khu)\s/iu;

export type IssuingOffice = { superior: string | undefined; issuer: string };

/** In capitals, ready to print. A unit without a parent prints one line; nothing is made up. */
export function issuingOffice(unit: { name: string; parentName: string | undefined }): IssuingOffice {
  return {
    superior: unit.parentName === undefined ? undefined : officeOf(unit.parentName),
    issuer: officeOf(unit.name),
  };
}

const officeOf = (name: string): string => {
  const office = PLACE.test(name) ? `UBND ${name}` : name;
  return office.toLocaleUpperCase('vi');
};
