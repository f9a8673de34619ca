import assert from 'node:assert/strict';
import { subheadsIn } from '../../../server/src/page/subheads';
import { draftOf } from './rowsOf';

const BEFORE = ['柳河把柳湾西滩下营三个村隔', '在南岸过去河上只有一座漫水', '桥，学生上学都要绕道邻县。'];
const AFTER = ['去年四月市交通运输局把便民', '桥列入当年的民生工程并投资', '建成一座钢筋混凝土的大桥。'];

const subheads = (...between: readonly string[]): string[] => {
  const { page } = draftOf(...BEFORE, ...between, ...AFTER);
  const { rows } = page.sheet;
  return subheadsIn(
    page,
    rows.map((_, i) => i),
  ).map((i) => rows[i].text);
};

describe('a subhead in the flow of a story', () => {
  for (const [name, line, is] of [
    ['is a short row between two paragraphs', '新桥落成', true],
    ['may ask', '新桥在哪', true],
    ['ends no sentence', '新桥落成。', false],
    ['ends with no comma', '新桥落成，', false],
    ['fills no column', '新桥落成以后两岸的乡亲们更', false],
    ['has more than three characters', '新桥', false],
    ['is no byline', '□ 本报记者 王伟', false],
    ['is no bracket', '（王伟 李明）', false],
    ['is no indented row that fills its column with its indent', '\u3000\u3000昨天下午三点半左右新', false],
  ] as const) {
    it(name, () => assert.deepEqual(subheads(line), is ? [line] : []));
  }

  it('comes alone: short rows in company are verse or a list', () =>
    assert.deepEqual(subheads('新桥落成', '旧路变宽', '学子归来'), []));

  it('does not read on into the row below it', () => {
    const { page } = draftOf(...BEFORE, '新桥落成的民生工', '程就在眼前的这一条河上啊啊', ...AFTER);
    const found = subheadsIn(
      page,
      page.sheet.rows.map((_, i) => i),
    );
    assert.deepEqual(found, []);
  });
});
