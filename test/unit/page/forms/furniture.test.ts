import assert from 'node:assert/strict';
import { findForms, formLines } from '../../../../server/src/page/forms';
import { zhHans } from '../../../../server/src/page/profiles/zh-Hans';
import { splitLines } from '../../../../server/src/text/lines';
import { formTable } from './forms';

describe('folio', () => {
  formTable(
    ['folio'],
    [
      ['2023年2月19日 星期日', 'folio - 2023-02-19 -'],
      ['2 0 2 3 年 2 月 1 9 日 星 期 日', 'folio - 2023-02-19 -'],
      ['２０２３年２月１９日', 'folio - 2023-02-19 -'],
      ['二〇二三年二月十九日 星期日', 'folio - 2023-02-19 -'],
      ['1998年1]月20日 星期二', 'folio - 1998-01-20 -'],
      ['1998年]2月20日 星期二 第1]版', 'folio - 1998-12-20 1'],
      ['第4版', 'folio - - 4'],
      ['第十二版', 'folio - - 12'],
      ['A1', 'folio - - A1'],
      ['02 要闻', 'folio - - 2'],
      ['农历癸卯年正月廿九', 'folio - - -'],
      ['总第2345期', 'folio - - -'],
      // How many pages there are is no page's number.
      ['今日8版', 'folio - - -'],
      ['第4版 总第2345期 今日8版', 'folio - - 4'],
      ['河州日报', 'folio 河州日报 - -'],
      ['第1版 2023年2月19日 星期日 要闻', 'folio - 2023-02-19 1'],
      ['河州日报 2023年2月19日 星期日 第3版 责任编辑：林致远', 'folio 河州日报 2023-02-19 3'],
      ['河州晚报 A12 读者之声', 'folio 河州晚报 - A12'],
      ['河州晚报 12版 影像', 'folio 河州晚报 - 12'],
      ['2023年2月19日 12版 影像', 'folio - 2023-02-19 12'],
      ['渔港报 三版 县区风貌', 'folio 渔港报 - 3'],
      ['渔港报 2023年2月19日', 'folio 渔港报 2023-02-19 -'],
      ['渔港周刊 5版', 'folio 渔港周刊 - 5'],
      // Not folios:
      ['A12 读者之声'],
      ['河州晚报 A12读者之声'],
      ['河州晚报 读者之声'],
      ['河州晚报 A12 读者之声与回音'],
      ['河州晚报 A12 读者，之声'],
      ['捷报 第3版'],
      ['渔港报 三个好消息'],
      ['渔港报 要闻'],
      ['昨天的渔港报 '],
      ['2023年2月19日，全市召开大会'],
      ['四'],
      ['第4版的文章引起了讨论'],
      ['云南全面完成党报'],
    ],
  );
});

describe('masthead', () => {
  formTable(
    ['masthead'],
    [
      ['国内统一连续出版物号 CN 99-0001', 'masthead 国内统一连续出版物号CN99-0001'],
      ['邮发代号 21-99', 'masthead 邮发代号21-99'],
      ['中共河州市委主管主办', 'masthead 中共河州市委主管主办'],
      ['河州日报印务中心承印', 'masthead 河州日报印务中心承印'],
      ['由他主管这项工作'],
    ],
  );
});

describe('credit line', () => {
  formTable(
    ['credit'],
    [
      ['责编 林致远 校对 宋怀玉', 'credit 责编林致远校对宋怀玉'],
      ['责任编辑：林致远', 'credit 责任编辑:林致远'],
      ['编辑/林致远 美编/宋怀玉', 'credit 编辑/林致远美编/宋怀玉'],
      ['■编辑 林致远 ■美编 宋怀玉', 'credit ■编辑林致远■美编宋怀玉'],
      ['本版责编：林致远', 'credit 本版责编:林致远'],
      ['版面编辑 林致远', 'credit 版面编辑林致远'],
      ['版式设计：林致远', 'credit 版式设计:林致远'],
      ['美编：林致远', 'credit 美编:林致远'],
      ['校对：林致远', 'credit 校对:林致远'],
      ['值班：林致远', 'credit 值班:林致远'],
      ['电话：0999-1234567', 'credit 电话:0999-1234567'],
      ['传真：0999-1234567', 'credit 传真:0999-1234567'],
      ['地址：河州市滨河路1号', 'credit 地址:河州市滨河路1号'],
      ['邮编：999999', 'credit 邮编:999999'],
      ['网址：www.example.cn', 'credit 网址:www.example.cn'],
      ['邮箱：news@example.cn', 'credit 邮箱:news@example.cn'],
      ['责任编辑:\n\n林致远 宋怀玉\n\n河州日报', 'credit 责任编辑:', 'credit 林致远 宋怀玉'],
      ['电话响了，他拿起听筒'],
      ['编辑部里很安静'],
    ],
  );
});

describe('an editor’s office', () => {
  const names = (text: string): boolean =>
    findForms(formLines(text, splitLines(text)), zhHans).some(({ why }) =>
      why.some(({ name }) => name === 'credit.names'),
    );
  it('has names behind it, and further offices with theirs', () => {
    for (const line of [
      '编辑 林致远',
      '□ 编辑 林 远',
      '责编/林致远',
      '编辑 林致远 宋怀玉 校对 蒋文博',
      '■编辑 林致远 ■美编 宋怀玉',
      '责编 林致远 美编：宋怀玉',
    ])
      assert.ok(names(line), line);
  });
  it('or something else', () => {
    for (const line of [
      '编辑',
      '编辑 工作很辛苦',
      '编辑 林致远 校对',
      '编辑 林致远 校对 工作很辛苦',
      '编辑 工作很辛苦 校对 林致远',
      '编辑 林致远 电话 0999-1234567',
    ])
      assert.ok(!names(line), line);
  });
});

describe('notice', () => {
  formTable(
    ['notice'],
    [
      ['遗失声明', 'notice 遗失声明'],
      ['【注销公告】', 'notice [注销公告]'],
      ['清 算 公 告', 'notice 清算公告'],
      ['环评公示', 'notice 环评公示'],
      ['公告要求，各单位应当'],
    ],
  );
});

describe('standing head', () => {
  formTable(
    ['standing-head'],
    [
      ['本报评论员文章', 'standing-head 本报评论员文章'],
      ['评论员文章', 'standing-head 评论员文章'],
      ['短评', 'standing-head 短评'],
      ['■社论', 'standing-head ■社论'],
      ['编者按：去年以来', 'standing-head 编者按'],
      ['简讯', 'standing-head 简讯'],
      ['导读', 'standing-head 导读'],
      ['图片报道', 'standing-head 图片报道'],
      ['来论', 'standing-head 来论'],
      ['评论员观察', 'standing-head 评论员观察'],
      ['今日谈', 'standing-head 今日谈'],
      ['河州时评', 'standing-head 河州时评'],
      ['■百姓视点', 'standing-head ■百姓视点'],
      ['【青年论坛】', 'standing-head [青年论坛]'],
      ['短评写得好，读者来信不断'],
      ['新时评'],
      ['从田间到餐桌的观察'],
      ['A股观察'],
    ],
  );
});
