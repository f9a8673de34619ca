import assert from 'node:assert/strict';
import fc from 'fast-check';
import { check, finds, repaired, repairs, silent, unread } from './pages';

const lines = (...parts: string[]): string => parts.join('\n');
const vertical = (text: string): string => [...text].join('\n');

describe('doubled-text', () => {
  repairs('doubled-text', [
    ['清河水暖鱼先知清河水暖鱼先知', '清河水暖鱼先知'],
    ['清河水暖鱼先知清河水暖鱼先知清河水暖鱼先知', '清河水暖鱼先知'],
    ['清 河 水 暖 鱼 先 知清 河 水 暖 鱼 先 知', '清 河 水 暖 鱼 先 知'],
    ['———青石镇修渠记—青石镇修渠记', '———青石镇修渠记'],
    ['  新桥通车  新桥通车  ', '  新桥通车'],
    ['春耕⼤忙春耕⼤忙', '春耕⼤忙'],
    ['交交口口县县春春灌灌', '交口县春灌'],
    [lines('新桥今日通车', '新桥今日通车', '正文在此。'), lines('新桥今日通车', '正文在此。')],
    [lines('新桥今日通车', '新桥今日通车', '新桥今日通车'), '新桥今日通车'],
    [lines('新桥今', '日通车', '新桥今', '日通车', ''), lines('新桥今', '日通车', '')],
    [lines('新桥今', '新桥今', '日通车', '日通车', ''), lines('新桥今', '日通车', '')],
    [lines('山 城 打 响 抗 旱', '战', '山 城 打 响 抗 旱', '战', ''), lines('山 城 打 响 抗 旱', '战', '')],
    [
      lines('山 城 打 响 抗 旱', '战', '山 城 打 响 抗 旱', '山 城 打 响 抗 旱', '战', '战', ''),
      lines('山 城 打 响 抗 旱', '战', ''),
    ],
    [lines('新桥今日', '通车剪彩', '新桥今日新桥今日', '通车剪彩通车剪彩', ''), lines('新桥今日', '通车剪彩', '')],
    [`${vertical('春到山乡')}\n${vertical('春到山乡')}\n`, `${vertical('春到山乡')}\n`],
    [lines('山乡', '山', '乡春', '春来', '来早', '早', ''), lines('山乡春来早', '')],
    ['新桥今日通车\r\n新桥今日通车\r\n正文。\r\n', '新桥今日通车\r\n正文。\r\n'],
  ]);
  finds('doubled-text', [
    ['清河水暖鱼先知清河水暖鱼先知', '清河水暖鱼先知清河水暖鱼先知', 'Q'],
    [lines('新桥今日通车', '新桥今日通车'), '新桥今日通车', 'Q'],
  ]);
  silent('doubled-text', [
    '',
    '高高兴兴',
    '高高兴兴上学去',
    '研究研究',
    '研究研究再研究',
    '哈哈哈哈哈哈哈哈',
    '加油加油加油加油',
    '1234512345',
    '——————',
    '........',
    '浩浩荡荡清清楚楚地来了',
    '一个萝卜一个坑',
    lines('他说得对。', '他说得对。'),
    lines('新华社发', '新华社发'),
    lines('本报记者 林青山 摄', '本报记者 林青山 摄'),
    lines('胜', '胜', '负', '负'),
    lines('是的', '是的'),
    lines('新桥通车', '正文一行。', '正文二行。', '正文三行。', '正文四行。', '新桥通车'),
    lines('2:1', '2:1', '3:0'),
    lines('春天来了', '夏天来了', '秋天来了'),
  ]);

  it('keeps every character of the page but the copies', () => {
    const title = fc.stringMatching(/^[甲乙丙丁戊己庚辛壬癸]{5,12}$/).filter((text) => new Set(text).size > 4);
    fc.assert(
      fc.property(title, fc.integer({ min: 2, max: 4 }), fc.boolean(), (text, times, sameLine) => {
        const page = `${Array(times)
          .fill(text)
          .join(sameLine ? '' : '\n')}\n`;
        assert.equal(repaired('doubled-text', page), `${text}\n`);
      }),
      { numRuns: 50 },
    );
  });

  it('and its like take time in step with the text, whatever it repeats', function () {
    this.timeout(60_000);
    for (const part of [
      '春风又绿江南岸，',
      '春 ',
      '春\n',
      '新桥今日通车\n',
      '（记者 王',
      '春天    夏天的\n',
      '一a  ',
    ]) {
      const start = performance.now();
      for (const id of ['doubled-text', 'vertical-text', 'broken-name', 'merged-columns', 'line-start-mark']) {
        check(id, unread(part.repeat(100_000 / part.length)));
      }
      assert.ok(performance.now() - start < 8000, part);
    }
  });
});

describe('vertical-text', () => {
  repairs('vertical-text', [
    [`${vertical('春到山乡水库')}\n`, '春到山乡水库\n'],
    [vertical('石桥镇：青山﹃生金﹄'), '石桥镇：青山“生金”'],
    [vertical('石桥镇︓青山﹁生金﹂'), '石桥镇：青山‘生金’'],
    [vertical('『山乡』巨变了'), '“山乡”巨变了'],
    [lines('春', '', '到', '', '山', '', '乡', ''), '春到山乡\n'],
    [lines('春', '到', '2023', '山', '乡', '水', '库'), lines('春', '到', '2023', '山乡水库')],
    [lines('我', '市', '12', '项', '工', '程'), '我市12项工程'],
    [lines('——访', '老', '支', '书', '记'), '——访老支书记'],
    [lines('  春', '  到', '  山', '  乡'), '  春到山乡'],
    [lines('春', '到', '山', '乡', '修', '水', '', '库', ''), lines('春到山乡修水库', '')],
    [lines('欢 度 春', '节', '大', '桥', '通', '车'), lines('欢 度 春', '节', '大桥通车')],
    [lines('山 乡 之 春', '水', '库', '通', '车'), lines('山 乡 之 春', '水库通车')],
    [
      lines('正文结束。', '春', '到', '山', '乡', '又一段正文开始了'),
      lines('正文结束。', '春到山乡', '又一段正文开始了'),
    ],
    [`${vertical('春到山乡')}\r\n`.replaceAll('\n', '\r\n').replaceAll('\r\r', '\r'), '春到山乡\r\n'],
  ]);
  finds('vertical-text', [
    [lines('春 夏', '到 至', '山 水', '乡 村'), lines('春 夏', '到 至', '山 水', '乡 村'), 'R'],
    [vertical('一二三四五六七八九十甲乙丙丁戊己庚辛'), vertical('一二三四五六七八九十甲乙丙丁戊己庚辛'), 'R'],
  ]);
  silent('vertical-text', [
    '',
    '春到山乡',
    lines('春', '到', '山'),
    lines('战', '正文一行，不是竖排。', '胜'),
    lines('1', '2', '3', '4', '5'),
    lines('春', '春', '春', '春', '春'),
    lines('A', 'B', 'C', 'D'),
    lines('1', '2', '春', '3', '4'),
    lines('春到', '山乡', '水库', '修成'),
    lines('春', '', '', '到', '', '', '山', '', '', '乡'),
    lines('□', '□', '□', '□'),
    lines('。', '，', '。', '，'),
    lines('男 12', '女 14', '男 15', '女 16'),
    lines('张 三', '李 四', '王 五'),
  ]);
});

describe('broken-name', () => {
  repairs('broken-name', [
    [
      lines('本报讯 （记者 林青山 通讯员 卫', '海平 解德明） 新春伊始'),
      lines('本报讯 （记者 林青山 通讯员 卫海平 ', '解德明） 新春伊始'),
    ],
    [lines('本报讯（记者 周', '文静）昨日，'), lines('本报讯（记者 周文静）', '昨日，')],
    [lines('本报讯（记者周文', '静）昨日，'), lines('本报讯（记者周文静）', '昨日，')],
    [lines('新华社电 （许', '燕妮、潘大堂）据悉'), lines('新华社电 （许燕妮、', '潘大堂）据悉')],
    [lines('本报电 记者贾', '文平报道：每逢佳节'), lines('本报电 记者贾文平', '报道：每逢佳节')],
    [lines('老人清理河道。 本报记者 陈', '瑞明 摄', ''), lines('老人清理河道。 本报记者 陈瑞明 摄', '')],
    [lines('竹乡的美景。（杜', '英妮）', '下文'), lines('竹乡的美景。（杜英妮）', '下文')],
    [lines('（ 记 者   汪 洪', '洋）虎年春节'), lines('（ 记 者   汪 洪洋）', '虎年春节')],
    [lines('□ 本报记者 潘', '', '小岗', ''), lines('□ 本报记者 潘小岗', '', '')],
  ]);

  silent('broken-name', [
    '',
    lines('记者近日走访高', '校、社区和企业。'),
    lines('（以下简称华', '康）公司成立于'),
    lines('公司实现利', '润、税收双增长。'),
    lines('他来自山', '西、河北交界处。'),
    lines('本报讯（记者 周文静', '林青山）昨日'),
    lines('本报讯（记者 周文静 ', '林青山）昨日'),
    lines('本报讯（记者 周文静）', '昨日，全市召开'),
    lines('本报讯（记者 周文静）王', '明、李华等人'),
    lines('（张王庄、李', '庄）一带'),
    lines('记者从县里', '了解到'),
    lines('他在（左', '图）这里'),
    lines('《孔大', '明》上演'),
    lines('记者 周文静 摄', '本报讯 昨日'),
    lines('□ 本报记者 周文静', '声 声 关 切 情 意 深'),
    lines('（记者朱大', '案件，将于本月'),
    lines('新华社记者陈', '胞、侨居各地的同胞都来信，'),
  ]);
});

describe('merged-columns', () => {
  const left = ['春天的田野上到处是', '忙碌的人们，拖拉机', '的声音从早响到晚，', '水渠里流着清水。'];
  const right = ['新修的公路通到了山', '顶，货车一天能跑三', '个来回，山货不再愁', '卖不出去了。'];
  const glued = left.map((text, i) => text.padEnd(14) + right[i]);
  repairs('merged-columns', [
    [lines(...glued), lines(...left, '', ...right)],
    [
      lines('标题一行在上面', ...glued, '', '', '', '结尾。'),
      lines('标题一行在上面', ...left, '', ...right, '', '', '', '结尾。'),
    ],
    [
      lines(...left.map((text, i) => `${text.padEnd(14)}${right[i].padEnd(14)}${left[i]}`)),
      lines(...left, '', ...right, '', ...left),
    ],
    [
      lines(...left.map((text, i) => (i === 2 ? `  ${text}` : text).padEnd(16) + right[i])),
      lines(left[0], left[1], `  ${left[2]}`, left[3], '', ...right),
    ],
  ]);
  silent('merged-columns', [
    '',
    lines(...left),
    lines(glued[0], glued[1], glued[2]),
    lines('金牌  银牌  铜牌', '12    8     6', '10    9     7', '8     7     5', '6     5     4'),
    lines('林青山  周文静', '卫海平  解德明', '许燕妮  潘大堂', '贾文平  陈瑞明', '杜英妮  汪洪洋'),
    lines('春天的田野上到处是忙碌的人们。    林青山 摄', '水渠里流着清水。'),
    lines('第1版          2023年2月19日 星期日            责任编辑：林青山'),
    lines('春天的田野  夏天的山', '忙碌的人们在田里', '拖拉机的声音', '水渠里流着  清水'),
  ]);

  it('keeps every character that is no space', () => {
    const cell = fc.stringMatching(/^[甲乙丙丁戊己庚辛壬癸 ]{0,14}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 4, maxLength: 12 }), (rows) => {
        const page = rows.map(([a, b]) => `${a.padEnd(18)}${b}`).join('\n');
        const text = repaired('merged-columns', page);
        const letters = (part: string): string => [...part.replace(/\s/g, '')].sort().join('');
        assert.equal(letters(text), letters(page));
      }),
      { numRuns: 100 },
    );
  });
});

describe('line-start-mark', () => {
  finds('line-start-mark', [
    [lines('春天来了', '，田野绿了。'), '，', 'R'],
    [lines('他说', '”春天来了'), '”', 'R'],
    [lines('春天', '  。他走了'), '。', 'R'],
    [lines('（记者', '）今天'), '）', 'R'],
    [lines('春、夏', '、秋、冬'), '、', 'R'],
    [lines('春', '》发表'), '》', 'R'],
  ]);
  silent('line-start-mark', [
    '',
    lines('春天来了，', '田野绿了。'),
    lines('他说：', '“春天来了”'),
    lines('（记者', '今天）'),
    lines('生', '金', '﹄'),
    lines('春', '。'),
    lines('——副题', '……省略'),
    lines('·春天', '《夏天》'),
  ]);
});
