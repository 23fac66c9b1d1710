import type { Category } from '../contract/visits.ts';
import { plainText } from './plainText.ts';

/** 业务类别: 保养工时 维修工时 配件 精品 钣喷 事故理赔 保险 购车. Earning ratios and 回店 depend on it. */
export const categories = [
  'maintenanceLabour',
  'repairLabour',
  'parts',
  'accessories',
  'bodyPaint',
  'accident',
  'insurance',
  'carPurchase',
] as const satisfies readonly Category[];
export type { Category };

/** Lines that make a visit a 回店; insurance, accessories or a purchase alone make none (domain: a visit). */
export const workshopCategories: ReadonlySet<Category> = new Set([
  'maintenanceLabour',
  'repairLabour',
  'parts',
  'bodyPaint',
  'accident',
]);

/** How old systems write each category. For reading files only; what the screen shows comes from i18n. */
const synonyms: Readonly<Record<Category, readonly string[]>> = {
  maintenanceLabour: [
    '保养工时',
    '保养',
    '保养工时费',
    '常规保养',
    '定期保养',
    '定保',
    '首保',
    '维护',
    '维护保养',
    '机修保养',
  ],
  repairLabour: [
    '维修工时',
    '维修',
    '维修工时费',
    '工时',
    '工时费',
    '一般维修',
    '普通维修',
    '机修',
    '机电维修',
    '电工',
    '修理',
    '检测',
  ],
  parts: ['配件', '配件费', '零件', '零配件', '材料', '材料费', '备件'],
  accessories: ['精品', '装饰', '精品装饰', '精品加装', '用品', '附件', '加装'],
  bodyPaint: ['钣喷', '钣金喷漆', '钣金', '喷漆', '油漆', '钣喷维修', '钣喷工时'],
  accident: ['事故理赔', '事故', '事故维修', '事故车', '理赔', '保险事故', '事故车维修'],
  insurance: ['保险', '保险费', '续保', '投保', '新保', '车险', '保险业务'],
  carPurchase: ['购车', '新车', '新车销售', '整车', '整车销售', '销售', '买车', '增购', '置换'],
};

const byLabel = new Map<string, Category>();
for (const category of categories) {
  byLabel.set(category.toLowerCase(), category);
  for (const label of synonyms[category]) byLabel.set(label, category);
}

/** The category that a file's cell names, or undefined where it names none that we know. */
export function parseCategory(raw: string): Category | undefined {
  return byLabel.get(plainText(raw).replace(/\s/g, '').toLowerCase());
}
