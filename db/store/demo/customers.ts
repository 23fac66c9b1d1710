import { type Random, weighted } from './random.ts';

type Words = readonly [string, ...string[]];

const interests: Words = [
  '打球',
  '打牌',
  '自驾',
  '钓鱼',
  '摄影',
  '亲子',
  '美食',
  '改装',
  '健身',
  '旅游',
  '羽毛球',
  '音乐',
];
const jobs: Words = [
  ...([
    '教师',
    '医生',
    '工程师',
    '公务员',
    '个体经营',
    '销售',
    '会计',
    '司机',
    '设计师',
    '企业主',
    '护士',
    '律师',
  ] as const),
  ...(['程序员', '工人', '护士', '自由职业', '银行职员', '物业经理', '外卖配送', '厨师'] as const),
];
const educations: Words = ['初中', '高中', '中专', '大专', '大专', '本科', '本科', '硕士'];
const incomes: Words = ['10 万元以下', '10–20 万元', '10–20 万元', '20–30 万元', '30–50 万元', '50 万元以上'];
const habits: Words = ['习惯周末到店', '喜欢在线下单', '付款前要看明细', '愿意用原厂件', '先比价再决定', '偏好套餐'];
const outlooks: Words = ['重视家人与安全', '注重环保', '讲究性价比', '喜欢新技术', '看重品牌'];
const hours: Words = ['工作日晚上 7 点后', '周末', '午休 12 点到 1 点', '随时', '上午', '请先发短信'];
const sources = weighted([
  ['自然到店', 34],
  ['朋友介绍', 22],
  ['汽车之家', 12],
  ['抖音', 10],
  ['车展', 8],
  ['电话邀约', 6],
  ['二手车置换', 5],
  ['微信公众号', 3],
]);
export const personTags: Words = [
  'VIP',
  '老客户',
  '喜欢自驾',
  '车主亲友',
  '重视服务',
  '价格敏感',
  '潜在增购',
  '易流失',
  '投诉关注',
  '活动积极',
];
export const companyTags: Words = ['公司用车', '大客户', '月结', '重视服务'];
const notes: Words = [
  ...([
    '家里还有一辆车，可以跟进',
    '接送小孩，周末较忙',
    '对价格比较敏感',
    '喜欢自己到车间看',
    '电话里讲得很快，耐心听',
  ] as const),
  ...([
    '由儿子代办',
    '普通话不太好，可以讲方言',
    '常出差，微信联系',
    '认识陈经理',
    '上次等候较久，请优先安排',
  ] as const),
];
export const loggedNotes: Words = [
  ...([
    '来电咨询保养套餐价格，已报价',
    '回访满意，没有问题',
    '想了解置换补贴，约周末到店',
    '反映空调有异味，已约检查',
  ] as const),
  ...([
    '提醒续保，客户说再考虑',
    '询问新车到店时间',
    '生日短信已发，客户回复感谢',
    '建议更换轮胎，客户下次再换',
  ] as const),
  ...(['介绍了同事来看车', '活动邀约：确认参加自驾游', '活动邀约：没时间', '车内发现遗留雨伞，已电话告知'] as const),
];

const words = (random: Random, list: Words, most: number): string => {
  const chosen = new Set<string>();
  for (let i = random.between(1, most); i > 0; i--) chosen.add(random.pick(list));
  return JSON.stringify([...chosen]);
};

const needs = ['product', 'service', 'emotion'] as const;
const someNeeds = (random: Random): string => JSON.stringify(needs.filter(() => random.chance(0.5)));

/** The softer side of a customer (S0, S3), of which a desk knows something here and there. */
export const profileOf = (random: Random, person: boolean) => ({
  education: person && random.chance(0.2) ? random.pick(educations) : null,
  income: person && random.chance(0.15) ? random.pick(incomes) : null,
  job: person && random.chance(0.4) ? random.pick(jobs) : null,
  interests: person && random.chance(0.35) ? words(random, interests, 3) : '[]',
  outlook: person && random.chance(0.05) ? random.pick(outlooks) : null,
  habits: random.chance(0.1) ? random.pick(habits) : null,
  priceSensitivity: random.chance(0.3) ? random.pick(['low', 'middle', 'middle', 'high']) : null,
  needs: random.chance(0.25) ? someNeeds(random) : '[]',
  contactHours: random.chance(0.25) ? random.pick(hours) : null,
  source: random.chance(0.8) ? random.pick(sources) : null,
  note: random.chance(0.1) ? random.pick(notes) : null,
});
