import { type Random, weighted } from './random.ts';

/** Surnames as often as they are met, with the compound ones and those that are read unlike elsewhere (单 曾 仇 解 查). */
const surnames = weighted([
  ...spread('王李张刘陈', 70),
  ...spread('杨黄赵吴周', 26),
  ...spread('徐孙马朱胡郭何林高罗', 14),
  ...spread('郑梁谢宋唐许韩冯邓曹彭曾肖田董', 8),
  ...spread('袁潘蒋蔡余于杜叶程魏苏吕丁任卢姚', 6),
  ...spread('沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛', 4),
  ...spread('闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤', 2),
  ...spread('单仇解查葛翁倪俞章鲁樊凌霍翟柴盛牛尚卓翁宁瞿乐欧蔺', 1),
  ...['欧阳', '诸葛', '司马', '上官', '尉迟', '夏侯', '皇甫', '端木'].map((name) => [name, 1] as const),
]);

function spread(names: string, weight: number): (readonly [string, number])[] {
  return Array.from(names, (name) => [name, weight] as const);
}

type Characters = readonly [string, ...string[]];
const characters = (text: string): Characters => {
  const [first = '伟', ...rest] = Array.from(text);
  return [first, ...rest];
};

interface GivenNames {
  readonly single: Characters;
  readonly first: Characters;
  readonly second: Characters;
}

/** Born before 1975, before 1995, and after: names come and go. */
const male: readonly [GivenNames, GivenNames, GivenNames] = [
  {
    single: characters('军勇刚强平明华斌涛波忠辉'),
    first: characters('建国志永文德光金玉荣福兴卫海庆春少学正宝树长'),
    second: characters('国军华平强明林生民根祥荣发福良兴忠贵成龙山庆'),
  },
  {
    single: characters('伟磊勇涛超斌鹏杰波辉亮凯峰浩宁飞鑫旭'),
    first: characters('志文建俊晓海永春世国立明宏少家云伟小子新'),
    second: characters('伟杰锋华明强鹏飞龙军辉峰斌波涛亮宇翔超博'),
  },
  {
    single: characters('浩宇轩睿博晨昊泽涵铭凡逸'),
    first: characters('子浩宇俊梓嘉泽一睿天思奕致明昊逸书沐承'),
    second: characters('轩涵宇睿杰豪泽然航博辰阳铭哲霖源瑞恒川远'),
  },
];
const female: readonly [GivenNames, GivenNames, GivenNames] = [
  {
    single: characters('芳英敏红霞梅兰丽琴珍玲萍'),
    first: characters('秀桂玉淑凤美丽爱春月金素红小彩惠雪'),
    second: characters('英兰珍芳梅琴华娟芬玲花萍香霞莲云凤'),
  },
  {
    single: characters('静敏丽艳娟霞芳燕洁婷玲丹雪倩颖莉'),
    first: characters('晓丽海小雪春文玉佳美慧婷艳秋思志云'),
    second: characters('燕丽娟霞芳玲静敏婷红梅琴洁萍莉华雯娜'),
  },
  {
    single: characters('悦婷萱怡欣蕾琪瑶晴妍冉'),
    first: characters('梓欣雨思诗佳怡可语子若梦嘉心一紫静'),
    second: characters('涵怡萱婷妍彤琪瑶欣雨彤宁悦然晴诺汐颖'),
  },
];

/** A few customers of other peoples, whose names have a dot. */
const dotted: Characters = [
  '买买提·艾力',
  '阿依古丽·吐尔逊',
  '古丽娜·阿不都',
  '艾克拜尔·买买提',
  '多吉·才让',
  '卓玛·央金',
];

export const personName = (random: Random, gender: 'male' | 'female', birthYear: number): string => {
  if (random.below(2500) === 0) return random.pick(dotted);
  const era = birthYear < 1975 ? 0 : birthYear < 1995 ? 1 : 2;
  const given = (gender === 'male' ? male : female)[era];
  const surname = random.pick(surnames);
  // the older, the shorter
  if (random.chance(era === 2 ? 0.12 : 0.22)) return surname + random.pick(given.single);
  return surname + random.pick(given.first) + random.pick(given.second);
};

const towns: Characters = ['杭州', '杭州', '杭州', '浙江', '浙江', '余杭', '萧山', '嘉兴', '绍兴', '湖州', '临平'];
const firms: Characters = [
  ...([
    '鑫达',
    '恒信',
    '华丰',
    '宏远',
    '瑞祥',
    '永盛',
    '德众',
    '金桥',
    '天成',
    '博雅',
    '汇通',
    '安泰',
    '嘉禾',
    '盛世',
  ] as const),
  ...([
    '东方',
    '中天',
    '伟业',
    '新锐',
    '信达',
    '长河',
    '西溪',
    '之江',
    '钱塘',
    '湖滨',
    '万顺',
    '同创',
    '远景',
    '百川',
  ] as const),
];
const more: Characters = characters('兴隆发顺达通源泰和利丰益昌荣美科');
const trades: Characters = [
  ...([
    '建筑工程',
    '商贸',
    '电子科技',
    '物流',
    '食品',
    '装饰设计',
    '医疗器械',
    '信息技术',
    '园林绿化',
    '纺织',
  ] as const),
  ...([
    '机械设备',
    '教育咨询',
    '广告传媒',
    '餐饮管理',
    '环保科技',
    '物业管理',
    '文化创意',
    '五金制品',
    '服饰',
  ] as const),
];

export const companyName = (random: Random): string =>
  `${random.pick(towns)}${random.pick(firms)}${random.chance(0.6) ? random.pick(more) : ''}${random.pick(trades)}有限公司`;

export const taxiCompanyName = (random: Random): string =>
  `${random.pick(towns)}${random.pick(firms)}${random.pick(more)}出租汽车有限公司`;

const roads: Characters = [
  ...([
    '文三路',
    '莫干山路',
    '天目山路',
    '体育场路',
    '凤起路',
    '解放路',
    '江南大道',
    '滨盛路',
    '古墩路',
    '石祥路',
  ] as const),
  ...([
    '东新路',
    '秋涛路',
    '机场路',
    '余杭塘路',
    '五常大道',
    '文一西路',
    '望江路',
    '中山北路',
    '庆春东路',
    '德胜路',
  ] as const),
];
const districts: Characters = [
  '西湖区',
  '拱墅区',
  '上城区',
  '滨江区',
  '余杭区',
  '临平区',
  '萧山区',
  '钱塘区',
  '富阳区',
];

export const address = (random: Random): string =>
  `杭州市${random.pick(districts)}${random.pick(roads)}${random.between(1, 980)}号${random.chance(0.6) ? `${random.between(1, 30)}幢${random.between(1, 4)}单元${random.between(1, 28)}0${random.between(1, 4)}室` : ''}`;
