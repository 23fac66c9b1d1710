import type { Finding, Warning } from '../../../db/store/verify.ts';
import { type CliCommand, type Said, said } from './command.ts';
import { needStore } from './withStore.ts';

const findings: Readonly<Record<Finding['code'], Said>> = {
  'file-damaged': said('文件损坏', 'the file is damaged'),
  'reference-broken': said('引用的记录不存在', 'a row points at none'),
  'schema-older': said('数据版本较旧', 'the store is of an older version'),
  'audit-changed': said('审计记录被改动', 'an audit row was changed'),
  'audit-missing': said('审计记录缺失', 'audit rows are missing'),
  'audit-detail-changed': said('审计明细被改动', 'the detail of an audit row was changed'),
  'visit-sum': said('到店金额与明细不符', 'a visit is not the sum of its lines'),
  'vehicle-derived': said('车辆的汇总值不符', 'what a vehicle shows does not follow from its visits'),
  'customer-derived': said('客户的汇总值不符', 'what a customer shows does not follow from the visits'),
  'search-missing': said('检索中缺少客户', 'a customer is missing from the search'),
  'visit-step': said(
    '到店步骤缺少时间，或时间先后颠倒',
    'a step of a visit has no time, or one before an earlier step',
  ),
  'booking-visit': said('预约与它的到店记录不符', 'a booking does not fit the visit that it became'),
  'booking-time': said('预约的时刻与日期时间不符', 'the moment of a booking is not its day and time'),
  'prospect-closed': said(
    '意向已成交却没有车辆，或已战败却没有原因',
    'a prospect bought without a vehicle, or lost without a reason',
  ),
  'prospect-models': said('意向的车型或预算不成样', 'models or budget of a prospect make no sense'),
  'test-drive-alone': said('试驾记录没有所属的意向', 'a test drive without its prospect'),
  'recall-done': said('召回记有到店却没有完成日', 'a recall with a visit but no day on which it was done'),
  'recall-vin': said('召回名单里有不成样的 VIN', 'a VIN of a recall is none'),
  'plan-review': said('重点客户的年度回顾不完整', 'a review of a key account is incomplete'),
  'points-balance': said(
    '会籍的积分余额与流水或批次不符',
    'the points of a membership are not the sum of its entries or lots',
  ),
  'points-lot': said(
    '积分批次的剩余与其变动不符',
    'what is left of a lot of points does not follow from its movements',
  ),
  'points-entry': said('积分流水与其批次变动不符', 'an entry of the points ledger is not the sum of its movements'),
  'points-month': said('积分月汇总与流水不符', 'a monthly summary of points is not the sum of its entries'),
  'points-twice': said('同一单据重复计了积分', 'one document gave or took points twice'),
  'voucher-points': said('券与支付它的积分流水不符', 'a voucher and the entry of points that paid for it do not agree'),
  'voucher-visit': said('券记在已作废的到店上', 'a voucher is used up by a visit that does not count'),
  'reward-stock': said('奖品兑出的比总数多', 'more of a reward was given than there ever was'),
  'card-membership': said(
    '会员卡没有会籍，或会籍没有会员卡',
    'a card without a membership, or a membership without a card',
  ),
  'points-owner': said('积分变动动用了别的会籍的批次', 'an entry moves points of another membership'),
  'points-reversed': said('冲正与原流水不符', 'an entry does not mirror the one that it takes back'),
  'points-passed-on': said(
    '转赠或并入的积分，两边对不上',
    'what one membership passed on is not what the other one got',
  ),
  'voucher-donation': said('捐赠的券不成样', 'a voucher of a donation makes no sense'),
  'membership-merged': said(
    '已并入的会籍还留有积分或卡',
    'a merged membership still has points or cards, or went nowhere',
  ),
  'card-main': said('一个会籍有两张主卡', 'a membership has two main cards'),
  'card-replaced': said('换卡的去向不符', 'a replaced card and the one in its place contradict each other'),
  'compensation-given': said(
    '投诉补偿与给出的积分或券不符',
    'a compensation and the points or the voucher that it gave do not agree',
  ),
  'compensation-waiting': said(
    '待审批的投诉补偿没有审批申请',
    'a compensation waits for an approval that is not there',
  ),
  'attachment-missing': said('附件的文件不在了', 'the file of an attachment is missing'),
  'attachment-changed': said('附件的文件被改动或损坏', 'the file of an attachment was changed or damaged'),
  'task-closed': said('回访任务的状态与结束记录不符', 'state and end of a task do not agree'),
  'task-contact': said('已完成的回访任务没有联系记录', 'a task was done without a contact'),
  'paper-kind': said('纸质单上的行与单子不是一种', 'a row is of another kind than its sheet'),
  'paper-twice': said('同一件事从两张纸质单上补录', 'one thing was entered from two papers'),
  'paper-code': said('行码与行的编号对不上', 'the code of a row is not that of its number'),
  'survey-summary': said('答卷的得分汇总与各题答案不符', 'what a response shows does not follow from its answers'),
  'survey-followed': said('答卷的跟进没有跟进人', 'answers were followed up by nobody'),
  'contact-day': said('联系记录的日期与时刻不符', 'the day of a contact is not that of its moment'),
  'search-surplus': said('检索中有多余的客户', 'the search holds a customer that is none'),
};

const warnings: Readonly<Record<Warning['code'], Said>> = {
  'benefit-uses': said(
    '提醒：服务包在一个会籍年度内用超了次数',
    'worth a look: a service was used more often in a year than any tier has it',
  ),
};

/** Reads alone: a desk may have the store open. */
export const verify: CliCommand = {
  usage: said(
    'caredesk verify   核对数据文件：完整性、引用、审计链',
    'caredesk verify   check the store: integrity, references, the audit chain',
  ),
  options: {},
  run: async (context) => {
    needStore(context.dataDir);
    const { verifyStore } = await import('../../../db/store/verify.ts');
    const result = await verifyStore(context.dataDir);
    const found = result.findings.map(({ code, about }) =>
      said(`${findings[code].zh}：${about}`, `${findings[code].en}: ${about}`),
    );
    const odd = result.warnings.map(({ code, about }) =>
      said(`${warnings[code].zh}：${about}`, `${warnings[code].en}: ${about}`),
    );
    return {
      exit: result.ok ? 0 : 1,
      json: result,
      text: result.ok
        ? [said('核对无误', 'All is well'), ...odd]
        : [said('发现问题：', 'Found wrong:'), ...found, ...odd],
    };
  },
};
