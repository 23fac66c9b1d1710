import type { Explanation } from '../../../db/contract/points.ts';
import { formatFen } from '../../../db/domain/money.ts';
import { type CliCommand, type Said, said, UsageError } from './command.ts';
import { needStore } from './withStore.ts';

type Entry = Explanation['entries'][number];

const kinds: Readonly<Record<Entry['kind'], Said>> = {
  earn: said('获得', 'earned'),
  bonus: said('加倍奖励', 'bonus'),
  redeem: said('兑换', 'redeemed'),
  expire: said('到期', 'lapsed'),
  reverse: said('冲正', 'reversed'),
  adjust: said('调整', 'adjusted'),
  renew: said('续卡', 'renewed'),
  upgrade: said('升级', 'upgraded'),
  donate: said('捐赠', 'donated'),
  migrate: said('期初转入', 'opened with'),
  transferIn: said('转入', 'transferred in'),
  transferOut: said('转出', 'transferred out'),
  mergeIn: said('合并转入', 'merged in'),
  mergeOut: said('合并转出', 'merged out'),
};

const categories: Readonly<Record<string, Said>> = {
  maintenanceLabour: said('保养工时', 'maintenance labour'),
  repairLabour: said('维修工时', 'repair labour'),
  parts: said('配件', 'parts'),
  accessories: said('精品', 'accessories'),
  bodyPaint: said('钣喷', 'body and paint'),
  accident: said('事故理赔', 'accident'),
  insurance: said('保险', 'insurance'),
  carPurchase: said('购车', 'car purchase'),
};

const signed = (points: number): string => (points > 0 ? `+${points}` : String(points));

const joined = (zh: readonly string[], en: readonly string[]): Said => said(zh.join(''), en.join(''));

const entryLine = (entry: Entry): Said => {
  const kind = kinds[entry.kind];
  const moved = `${signed(entry.cumulative)} / ${signed(entry.redeemable)}`;
  const after = `${entry.cumulativeAfter} / ${entry.redeemableAfter}`;
  const document = entry.source ? ` ${entry.source.no ?? entry.source.id}` : '';
  return joined(
    [`${entry.day} ${kind.zh} ${moved} → ${after}${document}`],
    [`${entry.day} ${kind.en} ${moved} → ${after}${document}`],
  );
};

const lineLines = (entry: Entry): Said[] =>
  entry.lines.map((line) => {
    const ratio = `¥${formatFen(line.amountFen)} × ${line.ratio.points} / ¥${formatFen(line.ratio.perFen)}`;
    const points = entry.kind === 'bonus' ? line.bonus : line.points;
    const times = entry.kind === 'bonus' ? ` × ${line.percent} %` : '';
    const rule = entry.ruleDay ?? '';
    const category = categories[line.category] ?? said(line.category, line.category);
    return said(
      `    ${category.zh} ${ratio}${times} = ${points}（${rule ? `${rule} 起的规则` : '出厂规则'}）`,
      `    ${category.en} ${ratio}${times} = ${points} (${rule ? `rule from ${rule}` : 'shipped rule'})`,
    );
  });

const bookOf = ({ card, membership, balance, entries, lots, proof }: Explanation): Said[] => [
  said(
    `${card.number} ${card.holder} ${membership.tierName} 有效期至 ${membership.validThrough ?? '—'}`,
    `${card.number} ${card.holder} ${membership.tierName} valid through ${membership.validThrough ?? '—'}`,
  ),
  said(
    `累计 ${balance.cumulative}，可兑换 ${balance.redeemable}，欠账 ${balance.debt}`,
    `cumulative ${balance.cumulative}, redeemable ${balance.redeemable}, debt ${balance.debt}`,
  ),
  ...entries.flatMap((entry) => [entryLine(entry), ...lineLines(entry)]),
  ...lots.map((lot) =>
    said(`批次：剩 ${lot.remaining}，可用至 ${lot.lastDay}`, `lot: ${lot.remaining} left, through ${lot.lastDay}`),
  ),
  proof.holds
    ? said('核对：流水、批次与余额一致。', 'Proof: entries, lots and balance agree.')
    : said(
        `核对不符：流水 ${proof.entriesCumulative} / ${proof.entriesRedeemable}，批次 ${proof.lotsRemaining}。`,
        `It does not add up: entries ${proof.entriesCumulative} / ${proof.entriesRedeemable}, lots ${proof.lotsRemaining}.`,
      ),
];

/** 如何算出 on paper: the entries and lots behind a card's balance. Reads alone: a desk may have the store open. */
export const explain: CliCommand = {
  usage: said(
    'caredesk explain points 卡号   积分余额如何算出：流水、批次与核对',
    'caredesk explain points CARD   how a balance comes about: entries, lots and the proof',
  ),
  options: {},
  run: async (context) => {
    const [what, card, ...rest] = context.positionals;
    if (what !== 'points' || !card || rest.length > 0) {
      throw new UsageError('用法：caredesk explain points 卡号', 'usage: caredesk explain points CARD');
    }
    needStore(context.dataDir);
    const { readEntry } = await import('../../../db/store/readEntry.ts');
    const explained = (await readEntry(
      context.dataDir,
      'points.explain',
      { card },
      context.actor,
      Date.now,
    )) as Explanation;
    return { exit: explained.proof.holds ? 0 : 1, json: explained, text: bookOf(explained) };
  },
};
