import { z } from 'zod';

/** 来电 · 到店 · 微信 · 短信 · 信函 · 网络 · 厂家转办 · 主管部门转办 · 调查中提出 · 其他: how it reached us */
export const complaintChannel = z.enum([
  'phone',
  'counter',
  'wechat',
  'sms',
  'letter',
  'web',
  'maker',
  'authority',
  'survey',
  'other',
]);
export type ComplaintChannel = z.output<typeof complaintChannel>;

/** 一般 · 较重 · 严重 */
export const severity = z.enum(['minor', 'major', 'critical']);
export type Severity = z.output<typeof severity>;

/** 受理 → 响应 → 调查 → 方案 → 认可 → 完成 → 回访 → 归档 (GB/T 19012-2019) */
export const complaintStep = z.enum([
  'received',
  'acknowledged',
  'investigating',
  'proposed',
  'agreed',
  'done',
  'askedBack',
  'closed',
]);
export type ComplaintStep = z.output<typeof complaintStep>;

/** 已解决 · 协商一致 · 客户撤回 · 经查不实 · 主管部门调解 */
export const complaintOutcome = z.enum(['solved', 'compromise', 'withdrawn', 'unfounded', 'mediated']);

/** 响应时限 · 解决时限 */
export const complaintClock = z.enum(['acknowledge', 'solve']);
export type ComplaintClock = z.output<typeof complaintClock>;

/** 自然时间 · 营业时间 */
export const clockFace = z.enum(['natural', 'working']);
export type ClockFace = z.output<typeof clockFace>;

/** 等客户: the customer's answer, the customer's car, papers of the customer */
export const pauseReason = z.enum(['answer', 'vehicle', 'papers']);

/**
 * What is on record of a complaint, one line each: 受理 · 联系 · 致歉 · 调查 · 方案 · 客户认可 · 客户不认可 · 完成 · 回访 · 归档 · 重开 · 暂停 · 恢复 · 修改 ·
 * 提醒 · 升级 · 超时说明 · 承诺 · 补偿 · 措施 · 附件 · 备注
 */
export const complaintEventKind = z.enum([
  'received',
  'contact',
  'apology',
  'investigation',
  'proposal',
  'accepted',
  'refused',
  'done',
  'askedBack',
  'closed',
  'reopened',
  'paused',
  'resumed',
  'changed',
  'warning',
  'escalated',
  'breach',
  'promise',
  'compensation',
  'action',
  'attachment',
  'note',
]);
export type ComplaintEventKind = z.output<typeof complaintEventKind>;

/** 电话 · 当面 · 微信 · 短信 · 信函 */
export const contactChannel = z.enum(['phone', 'faceToFace', 'wechat', 'sms', 'letter']);

/** 纠正措施 · 预防措施 */
export const actionKind = z.enum(['corrective', 'preventive']);
/** 有效 · 部分有效 · 无效 */
export const actionHelped = z.enum(['yes', 'partly', 'no']);

/** 现金或减免 · 积分 · 代金券 */
export const compensationKind = z.enum(['amount', 'points', 'voucher']);
/** 待审批 · 已给 · 未批准 · 已收回 */
export const compensationState = z.enum(['waiting', 'given', 'refused', 'takenBack']);
