import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../db/features/settings/defaults.ts';
import { ruleSentences } from '../../renderer/features/settings/ruleSentences.ts';
import {
  newPlanItem,
  readServicePlan,
  type ServicePlanForm,
  servicePlanForm,
} from '../../renderer/features/settings/servicePlanForm.ts';
import { textsIn } from '../e2e/texts.ts';

const t = textsIn('zh-CN');
const shipped = defaultSettings.servicePlan;

describe('养护项目', () => {
  test('as shipped, in words', () => {
    const said = ruleSentences('servicePlan', shipped, {
      t,
      tiers: defaultSettings.tiers,
      day: '2026-11-22',
      today: '2026-11-22',
    });
    expect(said).toHaveLength(shipped.items.length + 3);
    expect(said[0]).toBe('更换机油机滤每 10,000 km 或 12 个月。');
    expect(said[2]).toBe('轮胎换位与动平衡每 10,000 km。');
    expect(said.slice(-3)).toEqual([
      '纯电车不做：更换机油机滤、空气滤芯、火花塞、变速箱油。',
      '苛刻工况下间隔缩短到 70%。',
      '计划看到 24 个月后；里程不明的车按每年 15,000 km 推算。',
    ]);
  });

  test('what is typed is what was kept; what cannot be kept is said beside its field', () => {
    const form = servicePlanForm(shipped);
    expect(readServicePlan(form)).toEqual({ value: shipped, problems: {} });
    const wrong = (part: Partial<ServicePlanForm>) =>
      Object.fromEntries(
        Object.entries(readServicePlan({ ...form, ...part }).problems).map(([path, { reason }]) => [path, reason]),
      );
    const row = { ...newPlanItem(), key: 'new' };
    expect(wrong({ items: [...form.items, row] })).toEqual({
      'new.name': 'required',
      'new.everyKm': 'interval-missing',
    });
    expect(wrong({ items: [...form.items, { ...row, name: ' 制动液 ', everyMonths: '0' }] })).toMatchObject({
      'new.name': 'name-twice',
      'new.everyMonths': 'whole',
    });
    expect(wrong({ items: [] })).toEqual({ items: 'none-left' });
    expect(wrong({ severePercent: '40', horizonMonths: '', assumedKmPerYear: '1' })).toEqual({
      severePercent: 'whole',
      horizonMonths: 'required',
      assumedKmPerYear: 'whole',
    });
    const fullWidth = { ...row, name: '雨刮', everyKm: '１５，０００' };
    expect(readServicePlan({ ...form, items: [fullWidth] }).value?.items).toEqual([
      { name: '雨刮', everyKm: 15_000, everyMonths: null, engineOnly: false },
    ]);
  });
});
