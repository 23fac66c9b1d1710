import type { Settings } from '../../contract/settings.ts';

const hours = (natural: number, working: number) => ({ natural: natural * 60, working: working * 60 });

/** S0, S1: acknowledged at once, finished with a solution within 24 h; a working day has 8 hours of it. */
const terms = {
  acknowledgeMinutes: hours(2, 2),
  solveMinutes: hours(24, 8),
  escalateToId: null,
} as const;

/** What CareDesk ships with of complaints (投诉规则); each list is the store's own to change. */
export const complaintDefaults: Pick<
  Settings,
  'complaintTerms' | 'complaintCategories' | 'complaintDepartments' | 'complaintCauses' | 'holidayYears'
> = {
  complaintTerms: {
    severities: [
      { severity: 'minor', ...terms },
      { severity: 'major', ...terms },
      { severity: 'critical', ...terms, acknowledgeMinutes: hours(1, 1) },
    ],
    countedBy: 'natural',
    warnPercents: [50, 80, 95],
    twinDays: 180,
    defectMonths: 6,
    authorityWorkingDays: 7,
    compensationLimitFen: 50_000,
    askBackAfterDays: 3,
  },
  complaintCategories: [
    {
      code: 'product',
      name: '产品',
      defect: true,
      children: [
        { code: 'engine', name: '发动机' },
        { code: 'gearbox', name: '变速箱' },
        { code: 'chassis', name: '底盘与制动' },
        { code: 'aircon', name: '空调' },
        { code: 'electric', name: '电器与车机' },
        { code: 'battery', name: '电池与充电' },
        { code: 'body', name: '车身与漆面' },
        { code: 'noise', name: '异响' },
      ],
    },
    {
      code: 'service',
      name: '售后服务',
      defect: false,
      children: [
        { code: 'again', name: '重复返修' },
        { code: 'quality', name: '维修质量' },
        { code: 'waiting', name: '等待时间' },
        { code: 'parts', name: '配件缺货' },
        { code: 'price', name: '收费' },
        { code: 'damage', name: '施工损伤' },
      ],
    },
    {
      code: 'sales',
      name: '销售',
      defect: false,
      children: [
        { code: 'delivery', name: '交车时间' },
        { code: 'contract', name: '合同与价格' },
        { code: 'condition', name: '新车车况' },
        { code: 'gifts', name: '赠品与承诺' },
      ],
    },
    {
      code: 'agency',
      name: '保险与代办',
      defect: false,
      children: [
        { code: 'rebate', name: '保险返点' },
        { code: 'claim', name: '理赔' },
        { code: 'licence', name: '上牌与证件' },
      ],
    },
    { code: 'staff', name: '人员态度', defect: false, children: [] },
    { code: 'member', name: '会员与积分', defect: false, children: [] },
    { code: 'other', name: '其他', defect: false, children: [] },
  ],
  complaintDepartments: [
    { code: 'sales', name: '销售部' },
    { code: 'service', name: '售后服务部' },
    { code: 'workshop', name: '车间' },
    { code: 'parts', name: '配件部' },
    { code: 'insurance', name: '保险部' },
    { code: 'care', name: '客服部' },
    { code: 'finance', name: '财务部' },
    { code: 'maker', name: '厂家' },
  ],
  complaintCauses: [
    { code: 'partDefect', name: '零件质量' },
    { code: 'misdiagnosis', name: '诊断有误' },
    { code: 'workmanship', name: '施工不到位' },
    { code: 'noCheck', name: '交车前未检验' },
    { code: 'partMissing', name: '配件供应' },
    { code: 'notTold', name: '未及时告知' },
    { code: 'promiseBroken', name: '承诺未兑现' },
    { code: 'priceUnclear', name: '费用未说清' },
    { code: 'manner', name: '态度与沟通' },
    { code: 'process', name: '流程缺失' },
    { code: 'customer', name: '客户误解' },
    { code: 'outside', name: '外部原因' },
  ],
  holidayYears: [],
};
