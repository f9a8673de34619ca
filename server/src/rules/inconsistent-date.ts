import type { Dateline } from '../page/model';
import type { Message } from '../text/message';
import { say } from '../text/message';
import type { Rule } from './rule';

export const inconsistentDate: Rule = {
  id: 'inconsistent-date',
  group: 'structure',
  severity: 'warning',
  fixClass: 'R',
  summary: say('A dateline that is later than the page, or a day that no month has'),
  *check({ placed: { page } }) {
    for (const { dateline } of page.stories) {
      if (dateline === null || dateline.month === null || dateline.day === null) continue;
      const problem = problemOf(dateline.month, dateline.day, page.folio.date);
      if (problem === null) continue;
      yield {
        rule: inconsistentDate.id,
        span: spanOf(dateline),
        message: problem,
        evidence: evidenceOf(page.folio.date),
        fixes: [],
      };
    }
  },
};

const spanOf = ({ span }: Dateline) => span;
const evidenceOf = (date: string | null): Message[] => (date === null ? [] : [say('The page is of {0}.', date)]);

/** Days a month has; February as in a leap year where the year is not known. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const MS_A_DAY = 86_400_000;
/** A dateline of December on a page of January is of the year before: half a year tells the two apart. */
const HALF_YEAR = 183;

/** What is wrong with a dateline on a page of this ISO date; null where nothing is. */
export function problemOf(month: number, day: number, date: string | null): Message | null {
  if (month < 1 || month > 12 || day < 1 || day > DAYS[month - 1]) return say('There is no day {0}-{1}', month, day);
  const folio = date === null ? Number.NaN : Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(folio)) return null;
  const year = new Date(folio).getUTCFullYear();
  const filed = new Date(Date.UTC(year, month - 1, day));
  if (filed.getUTCMonth() !== month - 1) return say('There is no day {0}-{1} in {2}', month, day, year);
  const ahead = (filed.getTime() - folio) / MS_A_DAY;
  return ahead > 0 && ahead < HALF_YEAR ? say('The dateline is {0} days later than the page', ahead) : null;
}
