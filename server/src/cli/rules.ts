import { rules } from '../rules/index';
import { say } from '../text/message';
import { Failure } from './failure';

/** The ids of a list such as "letter-spacing,dash"; null for no list. Throws a Failure that names an unknown one. */
export function ruleIds(list: string | undefined): readonly string[] | null {
  if (list === undefined) return null;
  const ids = list
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  const known = rules.map(({ id }) => id);
  for (const id of ids) {
    if (!known.includes(id)) throw new Failure(say('No such rule: {0}; there are {1}', id, known.join(', ')));
  }
  if (ids.length === 0) throw new Failure(say('--{0} wants a value: {1}', 'only', known.join(', ')));
  return ids;
}
