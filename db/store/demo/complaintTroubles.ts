/** What people complain about, and what comes of it; words of a store, for the demo alone. */
export interface Trouble {
  readonly title: string;
  readonly what: string;
  readonly remedy: string;
  readonly category: string;
  readonly part?: string;
  readonly about?: string;
  readonly department: string;
  readonly severity: 'minor' | 'major' | 'critical';
  readonly cause: string;
  readonly found: string;
  readonly proposal: string;
  readonly done: string;
  /** what keeps it from coming again */
  readonly measure?: string;
}

/** 空调异响: the one that comes again and again. */
export const airconNoise: Trouble = {
  title: '空调异响返修两次未好',
  what: '空调 2 挡有“哒哒”声，两个月里修了两次仍响',
  remedy: '换新件并补偿，不再跑第三趟',
  category: 'product.aircon',
  part: '鼓风机',
  department: 'workshop',
  severity: 'major',
  cause: 'partDefect',
  found: '技师复测：鼓风机轴承异响，与上次更换的件同批次',
  proposal: '更换另一批次鼓风机总成，赠保养一次，用车期间提供代步车',
  done: '已更换鼓风机，陪客户试车无异响',
  measure: '同批次鼓风机停用，库存件逐个试听',
};

/** Those that are under way: what the officer finds in the morning. */
export const lateDelivery: Trouble = {
  title: '交车时间一再推迟',
  what: '说好上周六交车，推了两次，到现在没有准日子',
  remedy: '给出确定的交车日期，并赔偿误工',
  category: 'sales.delivery',
  department: 'sales',
  severity: 'major',
  cause: 'promiseBroken',
  found: '车辆已到中转库，临时运力不足，预计两天内到店',
  proposal: '本周五前交车，赠送两次基础保养',
  done: '已交车',
};
export const insuranceRebate: Trouble = {
  title: '保险返点与说好的不一样',
  what: '续保时说返 8 个点的油卡，到手只有 5 个点',
  remedy: '按说好的补齐',
  category: 'agency.rebate',
  department: 'insurance',
  severity: 'minor',
  cause: 'priceUnclear',
  found: '销售时的聊天记录待客户提供，合同上写的是 5 个点',
  proposal: '补齐差额油卡',
  done: '油卡已补齐',
};
export const longWait: Trouble = {
  title: '预约了还等了三个小时',
  what: '预约上午 9 点保养，中午 12 点才取到车，没有人来说一声',
  remedy: '以后预约要准时',
  category: 'service.waiting',
  department: 'service',
  severity: 'minor',
  cause: 'notTold',
  found: '当天两位技师请假，排班没有调整，顾问也没有告知',
  proposal: '致歉，赠洗车两次，下次预约专人接待',
  done: '已致歉并发放洗车券',
  measure: '请假当天由车间主管重排工位，延误 30 分钟即告知客户',
};
export const scratchedPaint: Trouble = {
  title: '洗车后漆面有划痕',
  what: '保养后免费洗车，右前门多了一道划痕',
  remedy: '免费补漆',
  category: 'service.damage',
  department: 'workshop',
  severity: 'minor',
  cause: 'noCheck',
  found: '接车环检照片上没有这道划痕，洗车毛巾夹砂',
  proposal: '免费抛光补漆，半天取车',
  done: '已补漆，客户验收满意',
  measure: '洗车毛巾每天更换，洗后拍照',
};
export const partMissing: Trouble = {
  title: '配件等了半个月',
  what: '后视镜总成订货半个月还没有到，也没有人回电',
  remedy: '尽快到货，给个准信',
  category: 'service.parts',
  part: '后视镜总成',
  department: 'parts',
  severity: 'minor',
  cause: 'partMissing',
  found: '厂家调拨单漏下，已改为加急',
  proposal: '加急三天到货，到货当天上门取送车',
  done: '已到货安装',
  measure: '订货超过 7 天未到，配件部每天回电一次',
};

export const overcharged: Trouble = {
  title: '收费比报价多了四百',
  what: '报价 1,200，结账 1,600，说是加了项目，没有问过我',
  remedy: '退回多收的钱',
  category: 'service.price',
  about: '李敏',
  department: 'service',
  severity: 'minor',
  cause: 'priceUnclear',
  found: '追加项目有检测单，没有客户签字',
  proposal: '退回 400 元，当面致歉',
  done: '已退款',
  measure: '追加项目须先得到客户同意并签字',
};

/** Those of the year, the most frequent first. */
export const troubles: readonly Trouble[] = [
  longWait,
  scratchedPaint,
  partMissing,
  {
    title: '同一个故障修了三次',
    what: '车机黑屏，修三次都说好了，开两天又黑',
    remedy: '换新车机',
    category: 'service.again',
    part: '车机主机',
    department: 'workshop',
    severity: 'major',
    cause: 'misdiagnosis',
    found: '前两次只刷了系统，实为主机排线接触不良',
    proposal: '更换主机与排线，质保重新计算',
    done: '已更换，跟车三天无复发',
    measure: '同一故障第二次返修由技术主管会诊',
  },
  overcharged,
  {
    title: '服务顾问态度冷淡',
    what: '问什么都说不知道，电话打了一半就挂',
    remedy: '换一位顾问，道歉',
    category: 'staff',
    about: '李敏',
    department: 'service',
    severity: 'minor',
    cause: 'manner',
    found: '当天接待 14 台，顾问承认态度不好',
    proposal: '当面道歉，更换专属顾问',
    done: '顾问已致歉，新顾问已联系客户',
    measure: '早会讲评，每位顾问同时接待不超过 3 台',
  },
  {
    title: '刹车异响没有解决',
    what: '低速刹车有尖叫声，检查说正常',
    remedy: '彻底解决',
    category: 'product.chassis',
    part: '前刹车片',
    department: 'workshop',
    severity: 'critical',
    cause: 'workmanship',
    found: '刹车片安装时未倒角、未涂润滑脂',
    proposal: '重新安装刹车片并加装消音片',
    done: '已重装，试车无异响',
    measure: '刹车片更换增加终检签字',
  },
  {
    title: '新车有补过漆的痕迹',
    what: '提车第三天发现左后翼子板色差，怀疑修过',
    remedy: '换车或退一赔三',
    category: 'sales.condition',
    department: 'sales',
    severity: 'critical',
    cause: 'outside',
    found: '运输途中刮擦，中转库补漆，PDI 记录未告知销售',
    proposal: '原厂检测报告，延保两年并补偿',
    done: '已签协议并办理延保',
    measure: 'PDI 漆膜检测记录随车交给客户',
  },
  {
    title: '说好的脚垫没有给',
    what: '买车时口头答应送全包脚垫，提车时说没有',
    remedy: '把脚垫给我',
    category: 'sales.gifts',
    department: 'sales',
    severity: 'minor',
    cause: 'promiseBroken',
    found: '销售顾问口头承诺，没有写进合同',
    proposal: '补送脚垫',
    done: '脚垫已送到客户单位',
    measure: '赠品一律写入合同附件',
  },
  {
    title: '积分少了一千多',
    what: '上个月保养没有给积分，打电话也说不清',
    remedy: '补积分',
    category: 'member',
    department: 'care',
    severity: 'minor',
    cause: 'process',
    found: '客户当天用了代金券，余额部分漏记',
    proposal: '补记积分，赠洗车一次',
    done: '积分已补',
  },
  {
    title: '理赔拖了二十天',
    what: '追尾出险，定损后一直没有消息',
    remedy: '马上赔付',
    category: 'agency.claim',
    department: 'insurance',
    severity: 'major',
    cause: 'outside',
    found: '保险公司要求补充对方驾驶证复印件，没有通知客户',
    proposal: '由我店代收资料并每两天报一次进度',
    done: '赔款已到账',
    measure: '理赔件每周盘点，超 10 天由主管跟进',
  },
  {
    title: '电池续航掉得厉害',
    what: '标 500 公里，冬天只能跑 280',
    remedy: '检测电池，换新',
    category: 'product.battery',
    part: '动力电池',
    department: 'maker',
    severity: 'major',
    cause: 'customer',
    found: '电池健康度 96%，低温下续航下降属正常',
    proposal: '出具检测报告，讲解冬季用车并升级热管理软件',
    done: '已升级并讲解',
  },
];
