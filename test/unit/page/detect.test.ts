import { strict as assert } from 'node:assert';
import { hasSignOfPage, looksLikePage } from '../../../server/src/page/detect';

const check = (text: string, expected: boolean) => assert.equal(looksLikePage(text), expected);

describe('a newspaper page among plain texts', () => {
  describe('is one', () => {
    it('with leads, a byline and a jump line', () =>
      check(
        '新桥今日建成通车\n本报讯（记者 林小舟） 昨日上午，连接两岸的新桥正\n式通车，全长三百二十米。（下转4版）\n\n渡口老街修缮一新\n□ 本报记者 高山\n本报讯 老街上的茶馆重新开门迎客。\n',
        true,
      ));
    it('with letter-spaced forms', () =>
      check(
        '本 报 讯 （记 者 林 小 舟 ） 昨 日\n（上 接 第 一 版 ）河 水 清 澈\n责 任 编 辑 ：高 山 林 小 舟\n',
        true,
      ));
    it('with a folio and reports of an agency', () =>
      check(
        '第3版\n2024年5月6日 星期一\n新华社江城5月5日电 江水平静，航道畅通，各码头秩序井然。\n据新华社江城5月5日电 沿江公园开放。\n',
        true,
      ));
    it('with pictures', () =>
      check(
        '图为新桥夜景。 本报记者 林小舟 摄\n市民在江边散步。 本报记者 高山 摄\n本报江城5月5日讯 昨夜灯火通明。\n',
        true,
      ));
    it('from OCR, with half-width brackets', () =>
      check('本报讯 (记者 林小舟) 昨日上午通车\n(下转4版)\n责任编辑:高山 林小舟\n本报讯 老街修缮一新\n', true));
  });

  describe('is none', () => {
    it('nothing', () => check('', false));
    it('one report copied from a page', () =>
      check('本报讯（记者 林小舟） 昨日上午，新桥通车。\n市民出行更加方便。\n', false));
    it('one report with its picture', () =>
      check('新华社江城5月5日电 昨日上午，新桥通车。\n图为新桥夜景。 新华社记者 林小舟 摄\n', false));
    it('a novel in which reporters speak', () =>
      check(
        '“你是哪家报社的记者？”老人问。\n记者林小舟掏出证件，说道：“本报想了解渡口的事。”\n雨下了一夜，江水涨到了石阶。\n'.repeat(
          50,
        ),
        false,
      ));
    it('a poem', () => check('江水流过渡口\n月光落在石阶\n谁在桥上等船\n等到天亮\n'.repeat(10), false));
    it('a README', () =>
      check(
        '# 报纸工具\n\n把版面文本变成稿件。\n\n## 安装\n\n运行 npm install，然后打开示例。第3版修复了若干问题。\n',
        false,
      ));
    it('a log', () =>
      check('2024-05-06 08:00:01 INFO 服务已启动\n2024-05-06 08:00:02 WARN 记者站连接超时\n'.repeat(40), false));
    it('code with Chinese comments', () =>
      check(
        '// 本报讯是讯头，（记者 某某）是署名，（下转4版）是转版\nconst lead = /本报讯/;\nexport { lead };\n'.repeat(
          20,
        ),
        false,
      ));
    it('a table', () => check('日期,版次,记者,标题\n2024-05-06,第3版,林小舟,新桥通车\n'.repeat(30), false));
    it('a chat', () => check('[08:01] 小舟: 记者站的人到了吗\n[08:02] 高山: 到了，在桥头\n'.repeat(30), false));
    it('a list of staff', () => check('本报记者站通讯录\n记者：林小舟\n通讯员：高山\n编辑：江平\n', false));
    it('an English page', () =>
      check('BY A REPORTER\nRIVERTOWN (AP) — The new bridge opened today.\nContinued on Page A4\n'.repeat(5), false));
    it('a text about newspapers', () =>
      check(
        '报纸的消息常以“本报讯”或“新华社北京某月某日电”开头，称为讯头和电头。转版时写“下转第四版”。\n'.repeat(5),
        false,
      ));
    it('bytes', () => check('\u0000\u0001\ud800\ufffd'.repeat(1000), false));
  });

  it('has a sign of one where it is too little to be sure', () => {
    assert.ok(hasSignOfPage('本报讯（记者 林小舟） 昨日上午，新桥通车。\n市民出行更加方便。\n'));
    assert.ok(hasSignOfPage('渡口夜色\n江水流过渡口\n责任编辑：高山\n'));
    for (const other of [
      '',
      '江水流过渡口\n月光落在石阶\n',
      'Permission is hereby granted (记者 林小舟)\n第3版 of it\n',
    ]) {
      assert.ok(!hasSignOfPage(other), other);
    }
  });

  it('takes no longer where forms begin and never end', () => {
    for (const beginning of ['（记者国', '新华社1', '本报', '（下转第', '□本报记者']) {
      const start = performance.now();
      looksLikePage(beginning.repeat(250_000));
      assert.ok(performance.now() - start < 1000, beginning);
    }
  });
});
