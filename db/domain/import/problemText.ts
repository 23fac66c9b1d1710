import type { RowProblem, RowProblemCode } from './cell.ts';

/** What a row's problem is called: on the Chinese desk, and in reports and error files, which leave the desk. */
export const problemTexts = {
  'text-invalid': '含有无法识别的字符',
  'text-too-long': '文字太长',
  'cell-formula': '单元格是公式，请改成数值或文字',
  'digits-lost': '数字位数已丢失，请把该列设为文本后重新填写',
  'name-missing': '没有姓名',
  'phone-missing': '没有电话号码',
  'phone-invalid': '电话号码不正确',
  'day-missing': '没有日期',
  'day-invalid': '日期不存在或无法识别',
  'amount-missing': '没有金额',
  'amount-invalid': '金额无法识别',
  'mileage-invalid': '里程无法识别',
  'gender-unknown': '性别无法识别',
  'use-unknown': '使用性质无法识别',
  'birthday-invalid': '生日无法识别',
  'vin-length': '车架号不是 17 位',
  'vin-characters': '车架号含有 I、O、Q 或其他不允许的字符',
  'vin-check-digit': '车架号校验位不符，请核对',
  'plate-odd': '车牌号不合常规，请核对',
  'resident-id-length': '身份证号位数不对',
  'resident-id-characters': '身份证号含有不允许的字符',
  'resident-id-birthday': '身份证号中的生日不存在',
  'resident-id-check-digit': '身份证号校验位不符，请核对',
  'card-missing': '没有卡号',
  'card-invalid': '卡号无法识别',
  'card-repeated': '卡号与前面的行重复',
  'card-other-owner': '系统中该卡号属于另一位会员',
  'card-differs': '系统中已有该卡，但卡级或积分不同；积分不能用导入覆盖',
  'tier-unknown': '本店没有这个会员等级',
  'join-mode-unknown': '入会方式无法识别',
  'expiry-before-join': '有效期早于入会日期',
  'points-invalid': '积分无法识别',
  'points-exceed': '可兑换积分多于累计积分',
  'order-missing': '没有工单号',
  'vehicle-missing': '没有车架号和车牌号',
  'category-unknown': '业务类别无法识别',
  'order-repeated': '工单号重复',
  'vehicle-unknown': '系统中没有这辆车',
  'vehicle-other-owner': '该车架号的车属于另一位客户',
  'column-missing': '缺少必需的列，请先指定列对应',
} as const satisfies Readonly<Record<RowProblemCode, string>>;

/** One short sentence in Chinese, with what stood in the cell where that helps. */
export function problemText(problem: RowProblem): string {
  const text = problemTexts[problem.code];
  return problem.value ? `${text}：${problem.value}` : text;
}
