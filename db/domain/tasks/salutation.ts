import { han } from '../personName.ts';

/** 复姓: a name that begins with one of these has a surname of two characters. */
const doubleSurnames = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 ' +
    '长孙 宇文 司徒 鲜于 司空 令狐 轩辕 呼延 西门 百里 东郭 南门 第五 完颜 纳兰 耶律 拓跋'
  ).split(' '),
);

const titled = /(?:先生|女士|小姐|太太|老师|师傅|经理|主任|院长|校长|医生|教授|总)$/;

/** How one addresses a customer (称呼): 王先生, 欧阳女士; the name as it stands where sex or surname is not known, or of a company. */
export const salutationOf = (customer: {
  readonly name: string;
  readonly kind: string;
  readonly gender: string | null;
}): string => {
  const { name, kind, gender } = customer;
  const signs = Array.from(name);
  const isPlain = signs.length <= 4 && signs.every((sign) => han.test(sign));
  if (kind !== 'person' || !isPlain || gender === null || titled.test(name)) return name;
  const two = signs.slice(0, 2).join('');
  const surname = doubleSurnames.has(two) ? two : (signs[0] ?? name);
  return `${surname}${gender === 'male' ? '先生' : '女士'}`;
};
