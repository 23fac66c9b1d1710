import type { EnquiryTopic } from '../../contract/enquiries.ts';

/** What customers ask, in the words of a store; for the demo alone. */
export interface DemoQuestion {
  readonly question: string;
  readonly answer: string;
  readonly topic: EnquiryTopic;
}

/** 常用答复: asked again and again. */
export const keptQuestions: readonly DemoQuestion[] = [
  {
    question: '首次保养什么时候做，要多少钱',
    answer: '交车后 3 个月或行驶 5,000 公里，先到为准。首次保养免工时和机油机滤，请带保养手册和行驶证。',
    topic: 'service',
  },
  {
    question: '小保养一次多少钱，要多久',
    answer: '全合成机油小保养 480 元左右，约 1 小时。提前一天预约，到店不用排队。',
    topic: 'service',
  },
  {
    question: '轮胎气压多少合适',
    answer: '冷胎前后 2.4，满载 2.6，车门框上有标牌。到店可以免费检测和补气。',
    topic: 'service',
  },
  {
    question: '刹车片多久换一次',
    answer: '一般 4 至 6 万公里，剩 3 毫米以下要换。每次保养我们都会量，量好的厚度写在检查单上。',
    topic: 'parts',
  },
  {
    question: '原厂机油和机滤可以自己带吗',
    answer: '可以自带，工时照收；自带的件我们不作质量担保，请保留购买凭证。',
    topic: 'parts',
  },
  {
    question: '车险快到期了，在店里续保有什么好处',
    answer: '在店续保可以直赔，修车不用垫付，并按保费赠送保养券。请提前 30 天联系，价格以出单当天为准。',
    topic: 'insurance',
  },
  {
    question: '出了小事故怎么走保险',
    answer: '先报警、报保险，拍好现场照片，再开到店里或叫拖车。我们代办定损理赔，请带驾驶证、行驶证和保单。',
    topic: 'insurance',
  },
  {
    question: '积分怎么用，会过期吗',
    answer: '积分可以换保养券和精品，100 分起换，到店报手机号就行。积分两年有效，快到期我们会提前告诉您。',
    topic: 'member',
  },
  {
    question: '会员卡丢了怎么补',
    answer: '先打电话挂失，积分和等级都在。本人带身份证到店补卡，当场可取。',
    topic: 'member',
  },
  {
    question: '第一次年检什么时候，需要带什么',
    answer: '非营运轿车 6 年内每 2 年申领检验标志，不用上线；满 6 年上线检测。带行驶证、交强险保单，也可以由我们代办。',
    topic: 'licence',
  },
  {
    question: '新车上牌要带哪些材料',
    answer: '身份证、购车发票、合格证、交强险保单和完税证明。委托我们代办的，当天可以选号，三天内拿到牌照。',
    topic: 'licence',
  },
  {
    question: '可以试驾吗，要预约吗',
    answer: '可以，带驾驶证就行。周末人多，请提前预约，我们为您留车。',
    topic: 'sales',
  },
];

/** Asked once, and not everybody knows. */
export const rareQuestions: readonly DemoQuestion[] = [
  {
    question: '去西藏自驾，车要做哪些准备',
    answer: '出发前做一次全车检测，重点看轮胎、刹车和冷却液；高原上用 95 号油，随车带补胎胶。',
    topic: 'service',
  },
  {
    question: '导航地图怎么升级，要收费吗',
    answer: '新车三年内免费升级一次，到店约 40 分钟，也可以自己下载到 U 盘。',
    topic: 'service',
  },
  {
    question: '后备箱想装一个电动尾门，会影响质保吗',
    answer: '原厂加装件不影响质保；自行加装的，相关线路和部件不在质保范围。',
    topic: 'parts',
  },
  {
    question: '旧车置换能补贴多少',
    answer: '看车龄和车况，评估免费，约 20 分钟。这个月置换另有厂家补贴 5,000 元。',
    topic: 'sales',
  },
  {
    question: '冬天早上启动有抖动，正常吗',
    answer: '冷车转速高属正常；抖动超过 1 分钟，请到店检查火花塞和积碳。',
    topic: 'service',
  },
];
