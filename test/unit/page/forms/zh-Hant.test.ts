import assert from 'node:assert/strict';
import { chooseProfile } from '../../../../server/src/page/profiles/choose';
import { zhHant } from '../../../../server/src/page/profiles/zh-Hant';
import { formTable } from './forms';

describe('traditional Chinese', () => {
  describe('is chosen by the text', () => {
    for (const [text, id] of [
      ['這是一個國家的會議，記者說', 'zh-Hant'],
      ['这是一个国家的会议，记者说', 'zh-Hans'],
      ['後里台北', 'zh-Hans'],
      ['', 'zh-Hans'],
    ]) {
      it(`${text} ${id}`, () => assert.equal(chooseProfile(text).id, id));
    }
  });

  describe('forms', () => {
    formTable(
      ['byline', 'dateline', 'lead', 'jump', 'continued', 'caption-credit', 'standing-head', 'credit', 'notice'],
      [
        ['【本報訊】市議會昨日通過決議', 'lead 本報訊'],
        [
          '（中央社記者王大明台北3日電）市議會',
          'byline lead: 中央社記者 王大明',
          'dateline 中央社記者王大明台北3日電 中央社 台北 - 3 电',
        ],
        [
          '（中央社記者王大明台北5月3日電）市議會',
          'byline lead: 中央社記者 王大明',
          'dateline 中央社記者王大明台北5月3日電 中央社 台北 5 3 电',
        ],
        ['（路透巴黎23日電）市議會這樣說', 'dateline 路透巴黎23日電 路透 巴黎 - 23 电'],
        ['〔記者王大明／台北報導〕市議會', 'byline lead: 記者 王大明', 'dateline 記者王大明/台北報導 - 台北 - - 讯'],
        ['〔記者王大明╱台北報導〕市議會', 'byline lead: 記者 王大明', 'dateline 記者王大明/台北報導 - 台北 - - 讯'],
        ['〔記者王大明∕台北報導〕市議會', 'byline lead: 記者 王大明', 'dateline 記者王大明/台北報導 - 台北 - - 讯'],
        ['【記者王大明/台北報導】市議會', 'byline lead: 記者 王大明', 'dateline 記者王大明/台北報導 - 台北 - - 讯'],
        [
          '【記者王大明、李小華／\n高雄報導】市議會',
          'byline lead: 記者 王大明+李小華',
          'dateline 記者王大明、李小華/高雄報導 - 高雄 - - 讯',
        ],
        ['【即時中心／綜合報導】市議會這樣說', 'byline lead: 即時中心', 'dateline 即時中心/綜合報導 - 綜合 - - 讯'],
        ['□ 本報記者 王大明', 'byline own: 本報記者 王大明'],
        ['會議結束。（下轉A4版）', 'jump A4'],
        ['（上接第一版）會議', 'continued 1'],
        ['圖為會議現場。 記者王大明／攝影', 'caption-credit 記者 王大明'],
        ['圖為會議現場。 記者王大明攝', 'caption-credit 記者 王大明'],
        ['責任編輯：王大明', 'credit 責任編輯:王大明'],
        ['社論這個問題'],
        ['讀者打來電話，記者說'],
      ],
      zhHant,
    );
  });
});
