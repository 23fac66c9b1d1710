import type { AgencyKind, AgencyState, ClaimState, RescueKind, RescueState } from '../../contract/clubTerms.ts';

const minute = 60_000;
const hour = 60 * minute;
const dayMs = 24 * hour;

export interface DemoAgency {
  /** before the store's last moment, ms */
  readonly ago: number;
  readonly kind: AgencyKind;
  readonly state: AgencyState;
  /** days from today; null: none agreed */
  readonly due: number | null;
  /** yuan */
  readonly fee: number;
  readonly official: number;
  readonly paid: boolean;
  readonly documents: readonly string[];
  readonly note: string | null;
}

/** Those under way: one late, one to be fetched, one not begun; the others of the year have ended. */
export const agencyJobs: readonly DemoAgency[] = [
  ...(
    [
      ['vehicleInspection', 6 * dayMs, 'underWay', -1, 100, 120, true, ['行驶证', '保险单'], '客户周五出差，请尽快'],
      ['plates', 3 * dayMs, 'underWay', 2, 300, 125, false, ['购车发票', '合格证', '身份证'], null],
      ['licenceRenewal', 5 * dayMs, 'ready', 0, 50, 10, false, ['驾驶证', '身份证'], null],
      ['vehicleTransfer', 2 * hour, 'taken', 6, 400, 0, false, ['行驶证', '登记证书', '身份证'], '买方下周一能到'],
      ['purchaseTax', 40 * minute, 'taken', null, 0, 0, false, ['购车发票', '合格证'], null],
    ] as const
  ).map(([kind, ago, state, due, fee, official, paid, documents, note]) => ({
    ...{ kind, ago, state, due, fee, official, paid, documents, note },
  })),
  ...Array.from({ length: 12 }, (_, index): DemoAgency => {
    const kinds: readonly AgencyKind[] = ['vehicleInspection', 'licenceReview', 'plates', 'vehicleTax'];
    const cancelled = index === 7;
    return {
      ago: (9 + index * 23) * dayMs + index * 37 * minute,
      kind: kinds[index % kinds.length] ?? 'other',
      state: cancelled ? 'cancelled' : 'handedBack',
      due: null,
      fee: cancelled ? 0 : 100 + (index % 3) * 50,
      official: index % 2 === 0 ? 120 : 0,
      paid: !cancelled,
      documents: index % 2 === 0 ? ['行驶证', '保险单'] : ['驾驶证'],
      note: null,
    };
  }),
];

export interface DemoRescue {
  readonly ago: number;
  readonly kind: RescueKind;
  readonly state: RescueState;
  readonly place: string;
  readonly trouble: string;
  readonly crew: string | null;
  /** minutes from the call; null: not yet, or never */
  readonly sent: number | null;
  readonly there: number | null;
  readonly done: number | null;
  /** yuan */
  readonly fee: number;
  readonly result: string | null;
  /** who called without being on file */
  readonly stranger: { readonly name: string; readonly phone: string; readonly plate: string } | null;
  /** of a member whose tier has free ones */
  readonly free: boolean;
}

const crews = ['李强，拖车京A·T0018', '赵磊，抢修车', '孙涛，抢修车'] as const;
const troubles: readonly (readonly [RescueKind, string, string, string])[] = [
  ['repair', '国贸地下车库 B2', '打不着火，仪表灯不亮', '电瓶亏电，搭电后建议更换'],
  ['tow', '京藏高速出京 42 公里处', '追尾，前杠和水箱受损', '拖回店内，转理赔'],
  ['fuel', '东六环小堡出口前', '没油了', '送油 10 升'],
  ['other', '望京西园四区', '右后轮扎钉没气', '换上备胎'],
];

/** Two are under way: one whom nobody has been sent to, one where somebody works. */
export const rescueCalls: readonly DemoRescue[] = [
  {
    ...{ ago: 18 * minute, kind: 'tow', state: 'called', place: '机场高速进京方向，苇沟桥前应急车道', free: true },
    ...{ trouble: '水温高，已熄火停在应急车道', crew: null, sent: null, there: null, done: null, fee: 0 },
    ...{ result: null, stranger: null },
  },
  {
    ...{ ago: 52 * minute, kind: 'repair', state: 'arrived', place: '天竺镇府前街 12 号门口', free: false },
    ...{ trouble: '打不着火', crew: crews[1], sent: 6, there: 33, done: null, fee: 0, result: null },
    stranger: { name: '吴先生', phone: '13700004321', plate: '京Q6M218' },
  },
  ...Array.from({ length: 11 }, (_, index): DemoRescue => {
    const [kind, place, trouble, result] = troubles[index % troubles.length] ?? troubles[0] ?? ['other', '', '', ''];
    const cancelled = index === 4;
    const free = index === 1 || index === 8;
    return {
      ...{ ago: (4 + index * 26) * dayMs + (index * 97 * minute) / 2, kind, place, trouble, free, stranger: null },
      state: cancelled ? 'cancelled' : 'closed',
      crew: cancelled ? null : (crews[index % crews.length] ?? null),
      sent: cancelled ? null : 5 + (index % 4) * 3,
      there: cancelled ? null : 28 + ((index * 7) % 41),
      done: cancelled ? 12 : 75 + ((index * 11) % 60),
      fee: cancelled || free ? 0 : 150 + (index % 4) * 100,
      result: cancelled ? null : result,
    };
  }),
];

export interface DemoClaim {
  readonly ago: number;
  readonly agent: boolean;
  readonly state: ClaimState;
  readonly place: string;
  readonly what: string;
  readonly insurer: string;
  /** yuan; null: not surveyed yet */
  readonly estimate: number | null;
  readonly paid: number | null;
  readonly documents: readonly string[];
}

const accidents = [
  ['小区地库', '倒车碰到石墩，右后门和翼子板受损'],
  ['三环辅路', '被后车追尾，后杠和尾门变形'],
  ['停车场', '停放时被刮，左前门划痕，找不到对方'],
  ['通州区新华大街', '与电动车剐蹭，前杠开裂'],
] as const;
const insurers = ['人保财险', '平安产险', '太平洋产险'] as const;

/** One at each step, and those of the year that have ended. */
export const claimsMade: readonly DemoClaim[] = [
  ...(['reported', 'surveyed', 'repairing', 'submitted'] as const).map((state, index): DemoClaim => {
    const [place, what] = accidents[index] ?? accidents[0];
    return {
      ...{ ago: (1 + index * 4) * dayMs + index * 3 * hour, agent: index % 2 === 1, state, place, what },
      insurer: insurers[index % insurers.length] ?? insurers[0],
      estimate: state === 'reported' ? null : 2600 + index * 1850,
      paid: null,
      documents: state === 'reported' ? ['行驶证', '驾驶证'] : ['行驶证', '驾驶证', '事故认定书'],
    };
  }),
  ...Array.from({ length: 7 }, (_, index): DemoClaim => {
    const [place, what] = accidents[(index + 1) % accidents.length] ?? accidents[0];
    const unpaid = index === 3;
    return {
      ...{ ago: (25 + index * 38) * dayMs + index * hour, agent: index % 3 === 0, place, what },
      state: unpaid ? 'unpaid' : 'paid',
      insurer: insurers[index % insurers.length] ?? insurers[0],
      estimate: 1800 + index * 940,
      paid: unpaid ? null : 1800 + index * 900,
      documents: ['行驶证', '事故认定书'],
    };
  }),
];
