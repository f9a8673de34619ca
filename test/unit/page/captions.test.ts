import assert from 'node:assert/strict';
import { closesCaption, findCaptions } from '../../../server/src/page/captions';
import { weights } from '../../../server/src/page/weights.generated';
import { draftOf } from './rowsOf';

const BODY = [
  '新桥落成那天附近的群众早早赶',
  '来要在桥上走一走。柳河把三个',
  '村隔在南岸，过去河上只有一座',
  '漫水桥，一下大雨就过不去了。',
];

const check = (lines: readonly string[], ...expected: readonly string[]): void => {
  const { page, odds } = draftOf(...lines);
  const found = findCaptions(page, odds, weights.caption);
  assert.deepEqual(
    found.map((rows) => rows.map((i) => page.sheet.rows[i].line + 1).join(' ')),
    expected,
  );
};

describe('a caption', () => {
  it('is found from the credit that closes it', () =>
    check([...BODY, '', '图为建成后的便民桥。 记者 阮清和 摄', '', ...BODY], '6'));
  it('reaches up as far as its rows read on', () =>
    check(
      [
        ...BODY,
        '',
        '连日来气温回升，安澜区南湖湿地的油菜花竞相开放，两百亩花田与',
        '碧水相映成趣，吸引众多市民前来踏青赏花。 记者 阮清和 摄',
        '',
        ...BODY,
      ],
      '6 7',
    ));
  it('may have its credit broken over a line end', () =>
    check(
      [
        ...BODY,
        '',
        '3月11日，青石水库管理所的职工在清理输水渠道。为迎接汛期，我',
        '市组织力量对全市38座水库的输水渠道进行集中清淤。 本报记者 苏',
        '一苇 摄影报道',
        '',
        ...BODY,
      ],
      '6 7 8',
    ));
  it('is closed by a credit on a last row that looks like text, below a row that is a caption’s', () => {
    const { page } = draftOf('3月9日，青石水库的职工登上新修的观测台，察看', '上游来水。（本报记者阮清和摄）');
    const closes = (above: number): boolean =>
      closesCaption(
        page,
        [above, 0.01].map((caption) => [1 - caption, 0, caption, 0, 0]),
        1,
      );
    assert.ok(closes(0.9));
    assert.ok(!closes(0.5));
  });
  it('begins with the mark or word that points to its picture', () => {
    for (const cue of ['▲', '上图：'])
      check([...BODY.slice(0, 3), '', `${cue}便民桥建成以后。 阮清和 摄`, '', ...BODY], '5');
  });
  it('may have its “图为” at the beginning of a line', () =>
    check(
      [
        ...BODY,
        '',
        '连日来气温回升，安澜区南湖湿地的油菜花竞相开放，两百亩花田与',
        '图为市民在踏青赏花。 记者 阮清和 摄',
        '',
        ...BODY,
      ],
      '6 7',
    ));
  it('is no paragraph that was never wrapped', () =>
    check([
      '清水河万亩稻田开镰',
      '',
      '眼下正值水稻成熟时节，走进清水河镇柳林村，一望无际的稻田翻滚着金色的波浪，十多台大型收割机来回穿梭，处处是丰收的喜人景象。',
      '',
      '“往年靠人工割，一亩地要忙上大半天，现在机器一开，二十分钟就收完了。”种粮大户孙桂林站在田埂上，一边招呼司机卸粮，一边算起了今年的收成账。',
      '',
      '据了解，清水河镇今年种植水稻一万二千亩，预计总产量可达七千吨。',
    ]));
  it('is followed by another one of its own', () =>
    check(
      [...BODY, '', '图为建成后的便民桥。 记者 阮清和 摄', '', '图为新开的老街夜市。 记者 施云帆 摄', ''],
      '6',
      '8',
    ));
  describe('is not where a credit only closes a text', () => {
    const TEXT = ['　　安澜区青石村的梯田里油菜花', '开了，村民们趁着晴天下地除草，'];
    const END = '远处是新修的步道。';

    it('amid a sentence of its column', () => check([...BODY, ...TEXT, `${END}（新华社发）`, ...BODY]));
    it('by name', () => check([...BODY, ...TEXT, END, '阮清和 摄影报道', ...BODY]));
    it('amid a credit', () => {
      const { page } = draftOf(...TEXT, '新华社安澜3月12日电（新华社', '发）');
      const odds = [0, 0, 0, 0.6].map((caption) => [1 - caption, 0, caption, 0, 0]);
      assert.deepEqual(findCaptions(page, odds, weights.caption), []);
    });
    describe('by its width', () => {
      // A dateline holds the row above apart, so that the last row alone is looked at.
      const ABOVE = '新华社安澜三月十二日电春耕开始梯田里';
      const alone = (above: string, credit: string, wider: number): boolean => {
        const last = `${'田'.repeat(above.length + wider - credit.length)}${credit}`;
        const { page } = draftOf(...TEXT, above, last);
        const odds = [0, 0, 0, 0.4].map((caption) => [1 - caption, 0, caption, 0, 0]);
        return findCaptions(page, odds, weights.caption).length > 0;
      };
      it('as wide as the row above, or little wider, but not more', () => {
        assert.deepEqual(
          [0, 1, 3].map((wider) => alone(ABOVE, '。记者阮清和摄', wider)),
          [false, false, true],
        );
      });
      it('by an indent more where nobody is credited', () => {
        assert.deepEqual(
          [0, 3, 5].map((wider) => alone(ABOVE, '。（新华社发）', wider)),
          [false, false, true],
        );
      });
      it('but not below another credit', () =>
        assert.ok(alone('新华社安澜三月十二日电春耕。记者阮清和摄', '。记者施云帆摄', 0)));
    });
    it('but where the rows are wider than the column', () =>
      check(
        [...BODY.slice(0, 3), '漫水桥，一下大雨就过不去', `图为安澜区青石村的梯田，${END}（新华社发）`, ...BODY],
        '5',
      ));
    it('but below a gap', () => check([...BODY, ...TEXT, '', `图为${END}（新华社发）`, '', ...BODY], '8'));
  });
  it('is not where text tells of photographs', () => check([...BODY, '他爱好摄影，拍摄了许多照片。', ...BODY]));
});

describe('a caption that points at its picture', () => {
  const ended = '漫水桥，一下大雨就过不去了。';
  const body = [...BODY.slice(0, 3), ended];
  it('needs no credit', () => {
    check([...body, '▶阮家村的村民在新桥上', '散步。', '▼渡口的石阶还在。', ...body], '5 6', '7');
    check([...body, '▲阮家村的村民在新桥上散步。', '▼渡口的石阶还在。', ...body], '5', '6');
  });
  it('and a sentence of its own', () => check([...body, '▶阮家村的新桥', '▼渡口的石阶还在。', ...body], '6'));
  it('but ▲ alone begins the items of a round-up', () =>
    check([...body, '▲阮家村修好一座新桥。', '▲渡口的石阶还在。', ...body]));
  it('nor does a text whose sentence goes on and on', () =>
    check([
      ...body,
      '▶阮家村的村民在新桥上',
      '散步，孩子在桥下放牛',
      '，老人在桥头晒着太阳',
      '，船在岸边晒着太阳呢',
      '。',
      ...body,
    ]));
  it('nor what a credit closes', () =>
    check([...body, '▶阮家村的村民在新桥上散步。', '记者 阮清和 摄', ...body], '5 6'));
});

describe('a page of one or two long lines', () => {
  const text = '　　停业半年的南门老街夜市昨晚重新开张，改造后的摊位由路边挪进了院子。';
  it('is text', () => {
    check(['老街夜市重新开张', '', text]);
    check(['老街夜市重新开张', '', text, '', '　　夜市每晚营业到十一点，设有免费停车位，并安排专人保洁。']);
  });
  it('but a caption where a cue says so', () => check(['老街夜市重新开张', '', text.replace('停业', '图为停业')], '3'));
});

describe('a caption that would begin amid the first sentence of its block', () => {
  const [full, credit] = ['碧水相映成趣，吸引众多市民前来踏青赏花，摊主忙', '得合不拢嘴。 记者 阮清和 摄'];
  it('begins with it', () => check([...BODY, '', '3月9日，在安澜区南湖湿地，', full, credit, '', ...BODY], '6 7 8'));
  it('but not with another column beside it', () => {
    const row = '都说方便多了。清河水库今天完成了第一期';
    const above = ['清河水库完成了第一期工程', '　　清河水库今天完成了第一期工程，居民', row, row, row, row];
    check([
      ...above.map((left) => `${left.padEnd(20, '　')}${left}`),
      '多了。',
      '',
      '　　清河水库今天完成了第一期工程，居民',
      `${row}    图为试运行的水库闸门。 本报记`,
      '工程，居民都说方便多了。                  者 许可 摄',
      '',
    ]);
  });
  it('but not with what is much narrower, or a title, or has ended', () => {
    check([...BODY, '', '在南湖，', full, credit, '', ...BODY]);
    check([...BODY, '', '安澜湿地 油菜花开', full, credit, '', ...BODY]);
    check([...BODY, '', '3月9日，在安澜区南湖湿地。', full, credit, '', ...BODY]);
  });
});
