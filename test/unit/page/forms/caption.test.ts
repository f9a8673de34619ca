import { formTable } from './forms';

describe('caption', () => {
  describe('credit', () => {
    formTable(
      ['caption-credit'],
      [
        ['图为生产车间一角。 记者 林致远 摄', 'caption-credit 记者 林致远'],
        ['图为生产车间一角。 本报记者 林 远 摄', 'caption-credit 本报记者 林远'],
        ['图为生产车间一角。 本报记\n者 林致远 摄', 'caption-credit 本报记者 林致远'],
        ['图为生产车间一角。 新华社记者 林致远 摄', 'caption-credit 新华社记者 林致远'],
        ['图为生产车间一角。\n新华社记者\n林致远\n摄', 'caption-credit 新华社记者 林致远'],
        ['图为生产车间一角。 新华社发（林致远 摄）', 'caption-credit - 林致远'],
        ['图为生产车间一角。 林致远 / 摄影报道', 'caption-credit - 林致远'],
        ['图为生产车间一角。林致远摄（影像中国）', 'caption-credit - 林致远'],
        ['图为生产车间一角。（林 远、宋怀玉摄）', 'caption-credit - 林远+宋怀玉'],
        ['图为生产车间一角。　宋怀玉　摄', 'caption-credit - 宋怀玉'],
        ['图为生产车间一角。 资料图片', 'caption-credit -'],
        ['图为生产车间一角。（人民视觉）', 'caption-credit -'],
        ['图为生产车间一角。（视觉中国）', 'caption-credit -'],
        ['图为生产车间一角。 CFP', 'caption-credit -'],
        ['图为生产车间一角。图/林致远', 'caption-credit - 林致远'],
        ['图为生产车间一角。（摄影：林致远）', 'caption-credit - 林致远'],
        ['图为生产车间一角。林致远供图', 'caption-credit - 林致远'],
        ['本版图片均由本报记者林致远摄', 'caption-credit 本报记者 林致远'],
        ['本版图片均由林致远提供', 'caption-credit - 林致远'],
        ['图为生产车间一角。 本报记者 林致远 报', 'caption-credit 本报记者 林致远'],
        ['春天来了。（林致远画）', 'caption-credit - 林致远'],
        ['春天来了。（新华社发路透社照片）', 'caption-credit -'],
        // Not credits:
        ['（河州日报）春天来了。\n记者林致远画）'],
        ['春天来了。（新华社发，照片是去年夏天的）'],
        ['我市狠抓招商引资\n并绘制了招商引资图'],
        ['气温降至零下30摄氏度'],
        ['纪录片开始拍摄'],
        ['设备由企业提供'],
        ['摄影师也赶来了'],
        ['这里是旅游摄影'],
        ['据记者林致远报道'],
      ],
    );
  });

  describe('cue', () => {
    formTable(
      ['caption-cue'],
      [
        ['图为生产车间一角。', 'caption-cue 图为'],
        ['是一家企业。图为车间一角。', 'caption-cue 图为'],
        ['上图：车间一角', 'caption-cue 上图'],
        ['下图：车间一角', 'caption-cue 下图'],
        ['左图：车间一角', 'caption-cue 左图'],
        ['右图为车间一角', 'caption-cue 右图为'],
        ['图①：车间一角', 'caption-cue 图①'],
        ['图片说明：车间一角', 'caption-cue 图片说明'],
        ['图片新闻', 'caption-cue 图片新闻'],
        ['◀ 车间一角', 'caption-cue ◀'],
        ['▼车间一角', 'caption-cue ▼'],
        ['▶ 车间一角', 'caption-cue ▶'],
        ['▲ 车间一角', 'caption-cue ▲'],
        ['◆ 车间一角全景', 'caption-cue ◆'],
        ['企图为自己开脱'],
        ['地图上图例清楚'],
      ],
    );
  });
});
