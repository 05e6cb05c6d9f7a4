/**
 * Dates and times as people type them. A date field of the browser shows the order of the computer's language, and
 * 04/5 is read as a day in May by one office and as a day in April by the next; so the fields are plain text and the
 * order is always day, month, year.
 */

const DATE = /(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?!\d)/;
const WORDS = /(?:ngày\s*)?(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})/iu;
const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/;
const TIME = /(?<![\d/.-])(\d{1,2})\s*(?::|h|giờ)\s*(\d{2})?(?:\s*phút)?(?!\d)/iu;

/** `05/4/2023`, `5-4-2023`, `ngày 05 tháng 4 năm 2023` or `2023-04-05` → `2023-04-05`; undefined when no such day is. */
export function readTypedDate(typed: string): string | undefined {
  const text = typed.trim();
  const match = wholeMatch(ISO, text) ?? wholeMatch(DATE, text) ?? wholeMatch(WORDS, text);
  return match && dateOf(match);
}

/** `13:30`, `13h30`, `13 giờ 30`, `13 giờ` → `13:30`; `24:00` is the end of a day. */
export function readTypedTime(typed: string): string | undefined {
  const match = wholeMatch(TIME, typed.trim());
  return match && timeOf(match);
}

/**
 * `17:00 29/3/2023`, `29/3/2023 17 giờ`, `17:00, Thứ Tư 29/3/2023` → `2023-03-29T17:00`. A date alone means the end of
 * that office day, `dayEnd`.
 */
export function readTypedMoment(typed: string, dayEnd: string): string | undefined {
  const found = ISO.exec(typed) ?? DATE.exec(typed) ?? WORDS.exec(typed);
  const date = found && dateOf(found);
  if (!found || !date) return undefined;
  const rest = typed.replace(found[0], ' ').replace(/T(?=\s*\d)/, ' ');
  const time = TIME.exec(rest);
  if (!time) return /\d/.test(rest) ? undefined : `${date}T${dayEnd}`;
  const clock = timeOf(time);
  return clock && clock !== '24:00' ? `${date}T${clock}` : undefined;
}

/** A draft plan may leave its day blank: `3/2023` or `tháng 3 năm 2023` → `2023-03`; a whole date as above. */
export function readTypedDocumentDate(typed: string): string | undefined {
  const month =
    /^(?:tháng\s*)?(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})$/iu.exec(typed.trim()) ??
    /^()(\d{4})-(\d{2})$/.exec(typed.trim());
  if (!month) return readTypedDate(typed);
  const [, first = '', year = '', iso] = month;
  const number = Number(iso ?? first);
  return number >= 1 && number <= 12 ? `${year}-${two(number)}` : undefined;
}

const two = (number: number): string => String(number).padStart(2, '0');

const wholeMatch = (pattern: RegExp, text: string): RegExpExecArray | undefined => {
  const match = pattern.exec(text);
  return match?.[0].length === text.length ? match : undefined;
};

function dateOf(match: RegExpExecArray): string | undefined {
  const [, first = '', month = '', last = ''] = match;
  const [year, day] = first.length === 4 ? [Number(first), Number(last)] : [Number(last), Number(first)];
  const date = new Date(Date.UTC(year, Number(month) - 1, day));
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === day && year >= 1900;
  return isReal ? date.toISOString().slice(0, 10) : undefined;
}

function timeOf(match: RegExpExecArray): string | undefined {
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)];
  const isTime = minutes < 60 && (hours < 24 || (hours === 24 && minutes === 0));
  return isTime ? `${two(hours)}:${two(minutes)}` : undefined;
}
