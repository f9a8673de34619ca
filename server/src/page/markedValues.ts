import { isSpace } from '../text/characters';
import type { Span } from '../text/span';
import { ViewBuilder } from '../text/view';
import { type DatelineForm, findForms } from './forms';
import type { Saying } from './marks';
import type { Byline, Dateline, Jump, Title } from './model';
import type { Profile } from './profiles/profile';

/*
 * What a comment tells of a story in so many words, where its paragraph cannot be read so: the rows of another column stand
 * amid the names, or the form is cut.
 *
 *   文。 <!-- signed: 本报记者：林舟、高山 -->    role and names, either may be missing: 林舟, 本报评论员：
 *   文。 <!-- dateline: 新华社北京2月18日电 -->
 *   文。 <!-- lead: 本报讯 -->
 *   文。 <!-- jump: 4 -->  <!-- continued: A8 -->
 */

/** Where the paragraph stands, which is all that is known of the place. */
export interface Place {
  readonly span: Span;
  readonly lines: readonly number[];
}

const SURE = { confidence: 1, why: [{ name: 'mark', score: 10 }] } as const;

/** What bylines tell; offsets are not told. */
type Names = Pick<Byline, 'role' | 'names'>;

export const bylineValue = ({ role, names }: Names): string =>
  `${role === null ? '' : `${role}：`}${names.map(({ name }) => name).join('、')}`;

/** null where the text names no one. */
export function saidByline({ text }: Saying, place: Place): Byline | null {
  const colon = [...text].findIndex((character) => '：:'.includes(character));
  const role = colon < 0 ? '' : text.slice(0, colon).trim();
  const names = namesIn(text.slice(colon + 1)).map((name) => ({ name, span: place.span }));
  return role === '' && names.length === 0 ? null : { role: role === '' ? null : role, names, ...place, ...SURE };
}

function namesIn(text: string): string[] {
  const names = [''];
  for (let i = 0; i < text.length; i++) {
    if (isSpace(text.charCodeAt(i)) || '、，,'.includes(text[i])) names.push('');
    else names[names.length - 1] += text[i];
  }
  return names.filter((name) => name !== '');
}

/** null where the text is no dateline. */
export function saidDateline({ text }: Saying, place: Place, profile: Profile): Dateline | null {
  const view = new ViewBuilder().copy(text, 0, text.length).build();
  const form = findForms([{ n: 0, view }], profile).find((found): found is DatelineForm => found.kind === 'dateline');
  if (!form) return null;
  const { agency, place: where, month, day, wire } = form;
  return { text: form.text, agency, place: where, month, day, kind: wire, ...place, ...SURE };
}

export const saidLead = ({ text }: Saying, place: Place): Title => ({ text, ...place, ...SURE });

export const saidJump = ({ text, word }: Saying, place: Place): Jump => ({
  kind: word === 'jump' ? 'to' : 'from',
  page: text,
  ...place,
  ...SURE,
});
