import type { ServicePlanRules } from '../../../db/contract/servicePlanRules.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { formReader, type Reading, textOrBlank } from './formReader.ts';

export interface PlanItemText {
  /** of the form alone: names change while they are typed */
  readonly key: string;
  readonly name: string;
  readonly everyKm: string;
  readonly everyMonths: string;
  readonly engineOnly: boolean;
}

/** 养护项目 while they are typed. */
export interface ServicePlanForm {
  readonly items: readonly PlanItemText[];
  readonly severePercent: string;
  readonly horizonMonths: string;
  readonly assumedKmPerYear: string;
}

/** as the contract has it */
const mostItems = 40;

export const newPlanItem = (): PlanItemText => ({
  key: newRequestId(),
  name: '',
  everyKm: '',
  everyMonths: '',
  engineOnly: false,
});

export const servicePlanForm = (rules: ServicePlanRules): ServicePlanForm => ({
  items: rules.items.map((item, at) => ({
    key: `kept${at}`,
    name: item.name,
    everyKm: textOrBlank(item.everyKm),
    everyMonths: textOrBlank(item.everyMonths),
    engineOnly: item.engineOnly,
  })),
  severePercent: String(rules.severePercent),
  horizonMonths: String(rules.horizonMonths),
  assumedKmPerYear: String(rules.assumedKmPerYear),
});

/** Paths: `KEY.name`, `KEY.everyKm`, `KEY.everyMonths`, `items`, and the form's own keys. */
export const readServicePlan = (form: ServicePlanForm): Reading<ServicePlanRules> => {
  const reader = formReader();
  const names = form.items.map(({ name }) => name.trim());
  const items = form.items.map(({ key, everyKm, everyMonths, engineOnly }, at) => {
    const name = names[at] ?? '';
    if (name === '') reader.wrong(`${key}.name`, { reason: 'required' });
    else if (names.indexOf(name) < at) reader.wrong(`${key}.name`, { reason: 'name-twice' });
    const item = {
      name,
      everyKm: reader.wholeOrNull(`${key}.everyKm`, everyKm, [1000, 300_000]),
      everyMonths: reader.wholeOrNull(`${key}.everyMonths`, everyMonths, [1, 240]),
      engineOnly,
    };
    if (item.everyKm === null && item.everyMonths === null) {
      reader.wrong(`${key}.everyKm`, { reason: 'interval-missing' });
    }
    return item;
  });
  if (items.length === 0) reader.wrong('items', { reason: 'none-left' });
  if (items.length > mostItems) reader.wrong('items', { reason: 'too-many', values: { most: mostItems } });
  return reader.done({
    items,
    severePercent: reader.whole('severePercent', form.severePercent, [50, 100]),
    horizonMonths: reader.whole('horizonMonths', form.horizonMonths, [6, 60]),
    assumedKmPerYear: reader.whole('assumedKmPerYear', form.assumedKmPerYear, [1000, 200_000]),
  });
};
