import { type Message, say } from '../../text/message';
import type { Evidence } from '../model';

/*
 * What speaks for or against a form: log-odds, and the sentence for people. Whole forms that nothing else looks like count 4
 * and more (98 of 100 are right), cues 1 to 2; the recogniser adds the page's evidence to them.
 */
const FORM_EVIDENCE = {
  'byline.marker': [4, say('A marker such as □ or ■ opens the line, and names fill it.')],
  // 口 also begins wrapped lines.
  'byline.marker-lookalike': [1, say('The line opens with what OCR often makes of □, and names fill it.')],
  'byline.organ-role': [4, say('A paper or agency and a role stand before the names, and fill the line with them.')],
  'byline.role': [3, say('A role such as 记者 stands before the names.')],
  // 本报评论员.
  'byline.role-alone': [3, say('A paper’s role stands alone on the line.')],
  'byline.misread-marker': [-0.5, say('Up to three misread characters stand before the byline.')],
  // people in a story stand so too.
  'byline.bare-names': [-0.3, say('The line holds names and nothing else.')],
  'byline.bracketed-role': [5, say('A role such as 记者 stands in brackets with names.')],
  'byline.behind-dateline': [3.5, say('Names in brackets follow a dateline or the opening formula.')],
  'byline.behind-sentence': [1.5, say('The bracket follows the end of a sentence.')],
  'byline.ends-line': [1, say('The bracket ends its line.')],
  'byline.goes-on': [-2, say('Text goes on behind the bracket.')],
  'byline.label': [3.5, say('A label such as 作者 or 文/图 tells what the person did.')],
  'byline.likely-names': [1.5, say('The names have surnames and usual lengths.')],
  'byline.doubtful-names': [-1, say('The names are of unusual form.')],
  'byline.open-bracket': [-1, say('The bracket is never closed.')],
  'byline.report': [3, say('报道 closes the names.')],
  'dateline.agency': [2, say('An agency or paper opens the dateline.')],
  'dateline.date': [2, say('Month and day stand before 电 or 讯.')],
  'dateline.place': [0.5, say('A place stands between agency and date.')],
  'dateline.line-start': [1.5, say('The dateline opens its line.')],
  'dateline.signed': [6, say('Reporter, place and report stand in one bracket.')],
  'dateline.bracketed': [1, say('The dateline fills a bracket.')],
  'dateline.inside': [-2.5, say('The dateline stands inside its line.')],
  // misread, or a paper that no list holds.
  'dateline.unknown-agency': [-0.5, say('What stands before the date is no known agency.')],
  'lead.formula': [3, say('It is the opening formula of a local story.')],
  'lead.line-start': [2, say('The formula opens its line.')],
  'lead.inside': [-2, say('The formula stands inside its line.')],
  'caption.shot': [2, say('摄 or a like word closes the names.')],
  // it may end a given name too.
  'caption.drawn': [-0.5, say('绘 or a like word closes the names.')],
  'caption.role': [2, say('A role stands before the photographer’s name.')],
  'caption.behind-sentence': [1.5, say('The credit follows the end of a sentence or opens its line.')],
  'caption.ends-line': [1.5, say('The credit ends its line.')],
  'caption.inside': [-2, say('Text goes on behind the credit.')],
  'caption.bracketed': [1, say('The credit fills a bracket.')],
  'caption.likely-names': [0.5, say('The photographer’s name is of usual form.')],
  'caption.misread-shot': [-1.5, say('What closes the names may be a misread 摄.')],
  'caption.label': [2.5, say('A label such as 图/ stands before the photographer’s name.')],
  'caption.source': [2, say('A picture agency or archive closes the line.')],
  'caption.cue': [2, say('图为 or a like word tells of a picture.')],
  'caption.cue-inside': [-1, say('The word stands inside its line.')],
  'caption.mark': [2.5, say('A mark such as ▲ points to a picture.')],
  'jump.bracketed': [4, say('A jump to or from a page stands in brackets.')],
  'jump.bare': [1, say('A jump to or from a page stands without brackets.')],
  'jump.ends-line': [2, say('The jump ends its line.')],
  'jump.begins-line': [2, say('The jump opens its line.')],
  'jump.inside': [-2, say('The jump stands inside its line.')],
  'folio.date': [3, say('A full date stands on a line without running text.')],
  'folio.weekday': [1, say('A weekday stands beside it.')],
  'folio.page': [2, say('A page number stands on a line without running text.')],
  'folio.newspaper': [2.5, say('A newspaper’s name stands on a line without running text.')],
  'folio.section': [0.5, say('A section’s name stands on the line.')],
  'folio.word': [1, say('Words of a folio stand on the line: lunar date, issue, pages today.')],
  'folio.bare-number': [0.3, say('A number stands alone on its line.')],
  'masthead.word': [4, say('Words of a masthead stand on the line.')],
  'credit.editor': [4, say('The line opens with an editor’s office.')],
  'credit.names': [1, say('Names follow the office, and nothing else.')],
  'credit.contact': [2.5, say('The line opens with the paper’s telephone, address or the like.')],
  'notice.title': [3, say('The title of a notice stands alone on its line.')],
  'standing-head.word': [2.5, say('A standing head stands alone on its line.')],
  // A line of a headline may end so as well.
  'standing-head.ending': [1, say('The line ends as standing heads do.')],
} as const satisfies Record<string, readonly [score: number, says: Message]>;

export type EvidenceName = keyof typeof FORM_EVIDENCE;

export const FORM_EVIDENCE_NAMES: readonly string[] = Object.keys(FORM_EVIDENCE);

export const evidence = (name: EvidenceName): Evidence => ({ name, score: FORM_EVIDENCE[name][0] });

/** The sentence behind a name of evidence; undefined for names that are not of forms. */
export const formSentence = (name: string): Message | undefined =>
  name in FORM_EVIDENCE ? FORM_EVIDENCE[name as EvidenceName][1] : undefined;
