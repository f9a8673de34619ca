import { UnitSet } from '../../text/unitSet';
import type { Profile } from './profile';
import { zhHans } from './zh-Hans';
import { zhHant } from './zh-Hant';

/*
 * Frequent characters of which each script has its own: the n-th of one is the n-th of the other. Characters that both
 * scripts use (后, 里, 云, 台) are left out.
 */
const SIMPLIFIED =
  '这们国会时说对过发经现产业为进动开问关见长东车门书记讯电报华体学习还样应该总两边实从给让员务军组织图区广场党级';
const TRADITIONAL =
  '這們國會時說對過發經現產業為進動開問關見長東車門書記訊電報華體學習還樣應該總兩邊實從給讓員務軍組織圖區廣場黨級';

const simplified = new UnitSet(SIMPLIFIED);
const traditional = new UnitSet(TRADITIONAL);

/** The profile whose script the text is written in; simplified where neither prevails. */
export function chooseProfile(text: string): Profile {
  let balance = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (simplified.has(unit)) balance--;
    else if (traditional.has(unit)) balance++;
  }
  return balance > 0 ? zhHant : zhHans;
}
