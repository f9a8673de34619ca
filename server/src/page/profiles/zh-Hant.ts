import type { Profile } from './profile';
import { words } from './words';

/** Newspapers of Taiwan, Hong Kong and Macao, and of the time before the reform, in traditional characters. */
export const zhHant: Profile = {
  id: 'zh-Hant',
  bylineMarkers: '□■○◎◇●◆△▢▪▫◼◻☐☆★',
  markerLookalikes: '口回囗日曰D',
  organs: words(
    '本報 本刊 本網 本社 中央社 中新社 新華社 路透社 法新社 美聯社 聯合報 中國時報 自由時報 明報 星島日報 大公報 文匯報 澳門日報',
  ),
  organEndings: words('日報 晚報 早報 晨報 時報 商報 導報 週刊 雜誌 電視台 廣播電台 電台 通訊社 新聞網'),
  ranks: words('首席 資深 特約 特派 實習 見習 駐地 攝影 文字 地方 採訪 專題'),
  posted: '駐',
  roles: words('記者 通訊員 評論員 實習生 攝影師 撰稿人 撰稿 特派員 觀察員 編輯 編譯 主筆'),
  reports: words('報導 報道 攝影報導 採訪報導 特稿'),
  notNames: words(
    '編者 完 全文 全文另發 草案 附圖 附表 附圖片 上 中 下 左 右 前 後 一 二 三 四 五 之一 之二 之三 續 續完 完結 待續 未完 連載 節選 摘要 略 暫行 試行 男 女 圖表 見圖 如圖 筆名 化名 資料 視頻 圖片 文字 綜合 以下簡稱 下同 同上 手記 觀察 連線 從',
  ),
  notNameEndings: words(
    '族 報 協 網 廳 局 委 部 室 院 校 所 站 處 中心 公司 集團 電 訊 版 圖 片 表 號 歲 米 噸 縣 市 省 區 鎮 鄉 案 例 文件 篇',
  ),
  longNotNameEndings: words('社 會 台 科 辦 稿 年 月 日 元 人 名 村 法 事'),
  bodyEndings: words('社 會 台 科 辦 聯'),
  notBylineWords: words(
    '係 單位 來源 原載 刊登 轉自 轉載 摘自 選自 據 見 附 註 即 指 包括 簡稱 原名 另發 局長 主任 書記 教授 院長 校長 主席 經理',
  ),
  labels: words(
    '作者 文/圖 圖/文 文字 圖文 文 圖 攝影 攝 製圖 繪圖 編譯 整理 執筆 供稿 採訪 撰文 來源 對談人 受訪者 主持人 主持 口述 記錄 譯者',
  ),
  sources: words('來源'),
  works: words('整理 編譯 供稿 攝影報導 圖文 製圖 文/圖 圖/文 文/攝 攝/文 採訪 撰文 執筆 輯 譯 編 文 圖'),

  agencies: words(
    '本報 本刊 本網 中央社 中新社 新華社 路透社 路透 法新社 美聯社 合眾國際社 共同社 塔斯社 彭博社 德新社',
  ),
  agencyEndings: words('日報 晚報 早報 晨報 時報 商報 導報 通訊社 新聞網'),
  agencyPrefixes: words('據 另據 又據 均據 以上均據 以上據 綜合'),
  closingPrefixes: words('均據 以上均據 以上據'),
  signedReports: words('報導 報道 特稿 專訪 電'),
  desks: words('中心 編譯組 採訪組 新聞組 編輯部'),
  wire: '電',
  local: '訊',
  special: words('專 綜合外 綜合'),
  month: '月',
  day: words('日 號'),
  paperSign: '報',
  leads: words('本報訊 本刊訊 本網訊 本台訊 綜合消息 商報訊'),
  notBehindWire: '話視影商子網力器腦動池纜台臺梯車站氣',
  notBehindLead: '息員號',

  shot: words('攝影報導 攝影 攝 提供'),
  drawn: words('漫畫 畫 繪 作'),
  shotLookalikes: '',
  pictureSources: words('資料圖片 資料照片 資料照 路透 法新社 美聯社 翻攝 CFP 新華社發 中央社 供圖'),
  pictureLabels: words('圖/ 圖: 攝影/ 攝影: 攝/ 攝: 供圖/ 圖片/ 本版圖片均由 本版圖片由 圖片由 圖由'),
  captionCues: words('圖為 上圖 下圖 左圖 右圖 中圖 題圖 上圖為 下圖為 左圖為 右圖為 圖片說明 圖片新聞 圖①'),
  cuesInside: words('圖為 圖爲'),
  captionMarks: '◆◀▼▶▲◄►▽△◁▷▸◂↑↓←→',

  jumpTo: words('下轉 下接 文轉 轉 詳見 相關新聞見 相關報導見 報導見'),
  jumpFrom: words('上接 緊接 文接 接'),
  page: words('版'),

  weekdays: words('星期 週 周 禮拜'),
  folioWords: words('農曆 總第 今日 中華民國 民國 期 版 第 號 壬 癸 甲 乙 丙 丁 戊 己 庚 辛'),
  pageCounts: ['今日', '共'],
  paperEndings: words('日報 晚報 早報 晨報 時報 商報 導報 週報 週刊'),
  sections: words(
    '要聞 焦點 綜合 綜合新聞 國際 國內 政治 社會 財經 經濟 地方 生活 文化 評論 言論 體育 教育 科技 副刊 專題 廣告 兩岸 港聞 港澳 娛樂 影視 健康 論壇',
  ),
  mastheadWords: words('發行人 社址 零售 每份 印刷 承印 電話總機 登記證 督印人 出版'),
  editors: words('責任編輯 本版責編 本版編輯 責編 編輯 版面編輯 版式設計 美術編輯 美編 校對 值班 主編 組版 核稿'),
  contacts: words('電話 新聞熱線 熱線 傳真 地址 社址 郵編 郵遞區號 網址 信箱 電子信箱 電郵 廣告專線 訂報專線'),
  notices: words(
    '遺失聲明 聲明 註銷公告 清算公告 環評公示 公告 通告 公示 啟事 拍賣公告 招標公告 尋人啟事 更正 訃告 招聘啟事',
  ),
  standingHeads: words(
    '本報評論員文章 評論員文章 短評 社論 社評 編者按 編後 簡訊 短訊 導讀 圖片報導 來論 時評 讀者投書 特稿 專訪 小檔案 新聞辭典 ' +
      '今日評論 國際論壇 讀者論壇 民意論壇 記者手記 編輯手記 採訪手記 記者觀察 新聞背景 相關新聞',
  ),
  standingHeadEndings: words('時評 快評 短評 熱評 點評 論壇 觀察 視點 隨筆 漫筆 札記 手記 雜談 茶座'),
};
