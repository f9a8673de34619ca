import type { Evidence } from '../model';

/*
 * What speaks for or against a form, in log-odds. Whole forms that nothing else looks like count 4 and more (98 of 100 are
 * right), cues 1 to 2; the recogniser adds the page's evidence to them.
 */
const SCORES = {
  /** □ ■ ◎ before names, nothing else on the line. */
  'byline.marker': 4,
  /** 口 回 for □: they also begin wrapped lines. */
  'byline.marker-lookalike': 1,
  /** Organ and role (本报记者) before names that fill the line. */
  'byline.organ-role': 4,
  /** A role without organ. */
  'byline.role': 3,
  /** An organ's role alone on its line: 本报评论员. */
  'byline.role-alone': 3,
  /** Up to three misread characters before an organ's role: what OCR makes of a marker. */
  'byline.misread-marker': -0.5,
  /** A line that is nothing but one to three names: people in a story stand so too. */
  'byline.bare-names': -1,
  /** A role inside brackets. */
  'byline.bracketed-role': 5,
  /** Names in brackets right behind a dateline or lead. */
  'byline.behind-dateline': 3.5,
  /** Bracketed names behind the end of a sentence. */
  'byline.behind-sentence': 1.5,
  /** Bracketed names that close a line, or fill it. */
  'byline.ends-line': 1,
  'byline.goes-on': -2,
  /** 作者: 编译: 文/ */
  'byline.label': 3.5,
  /** All names have surnames and usual lengths. */
  'byline.likely-names': 1.5,
  'byline.doubtful-names': -1,
  /** The bracket never closes. */
  'byline.open-bracket': -1,
  /** Closed by 报道 or 摄影报道. */
  'byline.report': 3,
  /** The two halves were found on lines that do not follow one another. */
  'form.over-columns': -0.5,
  'dateline.agency': 2,
  'dateline.date': 2,
  'dateline.place': 0.5,
  'dateline.line-start': 1.5,
  /** Reporter, place and wire in one bracket. */
  'dateline.signed': 6,
  'dateline.bracketed': 1,
  'dateline.inside': -2.5,
  /** No known agency before the date: misread, or a paper that no list holds. */
  'dateline.unknown-agency': -0.5,
  'lead.formula': 3,
  'lead.line-start': 2,
  'lead.inside': -2,
  'caption.shot': 2,
  /** 画 绘: also the given name's last character. */
  'caption.drawn': -0.5,
  'caption.role': 2,
  'caption.behind-sentence': 1.5,
  'caption.ends-line': 1.5,
  'caption.inside': -2,
  'caption.bracketed': 1,
  'caption.likely-names': 0.5,
  'caption.misread-shot': -1.5,
  /** 图/ 摄影：before the names. */
  'caption.label': 2.5,
  'caption.source': 2,
  'caption.cue': 2,
  'caption.cue-inside': -1,
  'caption.mark': 2.5,
  'jump.bracketed': 4,
  'jump.bare': 1,
  'jump.ends-line': 2,
  'jump.begins-line': 2,
  'jump.inside': -2,
  'folio.date': 3,
  'folio.weekday': 1,
  'folio.page': 2,
  'folio.newspaper': 2.5,
  'folio.section': 0.5,
  'folio.word': 1,
  /** A number alone on its line. */
  'folio.bare-number': 0.3,
  'masthead.word': 4,
  'credit.editor': 4,
  'credit.contact': 2.5,
  'notice.title': 3,
  'standing-head.word': 2.5,
} as const;

export type EvidenceName = keyof typeof SCORES;

export const evidence = (name: EvidenceName): Evidence => ({ name, score: SCORES[name] });
