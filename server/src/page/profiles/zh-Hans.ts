import type { Profile } from './profile';
import { words } from './words';

/** Newspapers of the mainland, in simplified characters. */
export const zhHans: Profile = {
  id: 'zh-Hans',
  bylineMarkers: '□■○◎◇●◆△▢▪▫◼◻☐☆★',
  markerLookalikes: '口回囗日曰D',
  organs: words(
    '本报 本刊 本网 本台 新华社 中新社 中新网 新华网 人民网 央广网 央视 人民日报 光明日报 经济日报 解放军报 中国青年报 科技日报 工人日报 农民日报 法制日报 法治日报',
  ),
  organEndings: words(
    '日报 晚报 早报 晨报 时报 商报 都市报 导报 青年报 军报 画报 周刊 周报 杂志 电视台 广播电台 电台 广播站 通讯社 新闻网 融媒体中心 融媒体 报社 总社 分社 客户端',
  ),
  ranks: words(
    '首席 高级 资深 见习 实习 特约 特派 特邀 全媒体 融媒体 融媒 摄影 文字 图片 体育 随军 前方 本地 专职 记者站',
  ),
  posted: '驻',
  roles: words('记者 通讯员 评论员 实习生 摄影师 撰稿人 撰稿 特派员 观察员 编辑 主笔 组稿 统稿'),
  reports: words('报道 摄影报道 图文报道 采写'),
  notNames: words(
    '手记 观察 札记 来信 连线 提问 见闻 感言 从 编者 完 全文 全文另发 草案 附图 附表 附图片 上 中 下 左 右 前 后 一 二 三 四 五 之一 之二 之三 之四 续 续完 完结 待续 未完 未完待续 连载 节选 摘要 摘编 略 暂行 试行 修订 男 女 图表 见图 如图 笔名 化名 曾用名 资料 视频 音频 图片 文字 综合 文联 文明办 扶贫办 国资办 以下简称 下同 同上 含 不含 免费 ' +
      '壮族 回族 满族 苗族 藏族 维吾尔族 蒙古族 彝族 土家族 朝鲜族',
  ),
  notNameEndings: words(
    '族 报 协 网 厅 局 委 部 室 院 校 所 站 处 中心 公司 集团 电 讯 版 图 片 表 号 岁 米 吨 县 市 省 区 镇 乡 案 例 文件 篇',
  ),
  longNotNameEndings: words('社 会 台 科 办 稿 年 月 日 元 人 名 村 法 事'),
  bodyEndings: words('社 会 台 科 办 联'),
  notBylineWords: words(
    '系 单位 来源 原载 刊登 转自 转载 摘自 选自 据 见 附 注 即 指 包括 简称 原名 另发 栏目 局长 主任 书记 教授 院长 校长 主席 经理',
  ),
  labels: words(
    '作者 文/图 文/摄 图/文 文字 图文 文 图 摄影 摄 制图 绘图 编译 整理 执笔 供稿 采写 撰文 来源 对话人 访谈人 采访人 采访 受访者 受访人 特邀嘉宾 嘉宾 主持人 主持 口述 讲述 讲述人 记录 译者',
  ),
  sources: words('来源'),
  works: words('整理 编译 供稿 摄影报道 图文 制图 文/图 图/文 文/摄 摄/文 采写 撰文 执笔 辑 译 编 文 图'),

  agencies: words(
    '本报 本刊 本网 新华社 中新社 中新网 新华网 人民网 人民日报 光明日报 经济日报 央视 美联社 路透社 法新社 塔斯社 共同社 中央社 彭博社',
  ),
  agencyEndings: words('日报 晚报 早报 晨报 时报 商报 都市报 导报 通讯社 新闻网'),
  agencyPrefixes: words('据 另据 又据 均据 以上均据 以上据 综合'),
  closingPrefixes: words('均据 以上均据 以上据'),
  signedReports: words('报道 电'),
  desks: words('中心 编辑部'),
  wire: '电',
  local: '讯',
  special: words('专 新媒体专 体育专 综合'),
  month: '月',
  day: words('日 号'),
  paperSign: '报',
  leads: words('本报讯 本刊讯 本网讯 本台讯 本报消息 综合消息 商报讯'),
  notBehindWire: '话视影商子网力器脑动池缆台梯车站气',
  notBehindLead: '息员号',

  shot: words('摄影报道 摄影 摄 供图 提供'),
  drawn: words('漫画 画 绘 作'),
  shotLookalikes: '报搬捏揽摇挟',
  pictureSources: words('资料图片 资料照片 资料图 人民视觉 视觉中国 影像中国 东方IC CFP 新华社发 新华社照片 供图'),
  pictureLabels: words(
    '图/ 图: 摄影/ 摄影: 摄/ 摄: 供图/ 供图: 图片/ 本版图片均由 本版图片由 本版照片均由 本版照片由 本组图片均由 本组图片由 图片由 图由',
  ),
  captionCues: words('图为 上图 下图 左图 右图 中图 题图 小图 大图 上图为 下图为 左图为 右图为 图片说明 图片新闻 图①'),
  cuesInside: words('图为'),
  captionMarks: '◆◀▼▶▲◄►▽△◁▷▸◂↑↓←→',

  jumpTo: words('下转 下接 转 详见 相关报道见 报道见'),
  jumpFrom: words('上接 紧接 接'),
  page: words('版 页'),

  weekdays: words('星期 周 礼拜'),
  folioWords: words('农历 总第 今日 期 版 第 号 壬 癸 甲 乙 丙 丁 戊 己 庚 辛'),
  pageCounts: ['今日', '共'],
  paperEndings: words('日报 晚报 早报 晨报 时报 商报 都市报 导报 青年报 周报 周刊'),
  sections: words(
    '要闻 时政 综合 综合新闻 国内要闻 国际 国际新闻 国内 国内新闻 经济 文化 评论 观点 体育 教育 科技 社会 法治 民生 生态 健康 副刊 专题 专版 广告 理论 视点 本地 县域 县区新闻 文体 公告 读者来信 假日生活 周末',
  ),
  mastheadWords: words(
    '国内统一连续出版物号 国内统一刊号 邮发代号 主管主办 主管 主办 出版 新闻网网址 零售 每份 印刷 承印 印刷厂承印 印务中心承印 印务公司承印 报社承印 社址 CN',
  ),
  editors: words(
    '责任编辑 本版责编 本版编辑 本版责任编辑 本期编辑 值班编辑 版面编辑 责编 编辑 版式设计 版式 美术编辑 美编 校对 责任校对 值班 值班主任 值班总编 主编 组版 制版 检校 审读 视觉设计 视觉',
  ),
  contacts: words(
    '电话 新闻热线 热线 热线电话 传真 地址 社址 邮编 邮政编码 网址 邮箱 电子邮箱 电子信箱 信箱 广告热线 发行热线 投稿邮箱 官方微信 微信号',
  ),
  notices: words(
    '遗失声明 声明 注销公告 清算公告 环评公示 公告 通告 公示 启事 拍卖公告 招标公告 减资公告 债权转让公告 寻人启事 更正 讣告 招聘启事 迁坟公告',
  ),
  standingHeads: words(
    '本报评论员文章 评论员文章 短评 社论 编者按 编后 编后语 简讯 短讯 导读 图片报道 图片新闻 来论 时评 简明新闻 要闻速览 新闻速递 一句话新闻 今日导读 快评 微评 读者来信 特稿 专访 调查 综述 ' +
      '评论员观察 今日谈 今日评论 党报评论 新闻评论 本报评论 国际论坛 读者论坛 百姓论坛 党员论坛 群众论坛 民生观 街谈巷议 新闻点评 记者手记 编辑手记 采访手记 记者观察 记者札记 新闻链接 相关链接 新闻背景 政策解读',
  ),
  standingHeadEndings: words('时评 快评 短评 微评 锐评 热评 点评 论坛 观察 视点 随笔 漫笔 札记 手记 杂谈 茶座'),
};
