import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { categories } from '../../../db/domain/category.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { CheckBoxes } from '../customer/CheckBoxes.tsx';
import { FieldGroup } from '../customer/FieldGroup.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import panel from '../customer/sidePanel.module.css';
import { RuleCheck } from '../settings/RuleCheck.tsx';
import type { RuleFormPart } from './RulePanel.tsx';
import { type RuleDraft, type SampleEvery, sampleSpans, usualOf } from './ruleDraft.ts';
import { triggerKinds } from './shapes.ts';
import css from './taskRules.module.css';

/** 触发: what sets the rule off, and what that asks for. */
export const TriggerFields = ({ draft, change, say }: RuleFormPart) => {
  const { t } = useTranslation();
  return (
    <section className={css['group']} aria-label={t('taskRules.group.when')}>
      <h3>{t('taskRules.group.when')}</h3>
      <div className={panel['grid']}>
        <FormField label={t('taskRules.field.kind')}>
          <SelectInput
            value={draft.kind}
            options={triggerKinds.map((kind) => [kind, t(`taskRules.kind.${kind}`)] as const)}
            onChange={(kind) => change(usualOf(kind, draft))}
          />
        </FormField>
        <OfKind draft={draft} change={change} say={say} />
      </div>
    </section>
  );
};

type FigureField = 'afterDays' | 'leads' | 'lead' | 'everyKm' | 'leastPoints' | 'months' | 'sampleCount' | 'seenMonths';
const helps = {
  afterDays: 'taskRules.field.afterDaysHelp',
  leads: 'taskRules.field.leadsHelp',
  lead: 'taskRules.field.leadHelp',
  everyKm: 'taskRules.field.everyKmHelp',
  months: 'taskRules.field.monthsHelp',
  sampleCount: 'taskRules.field.sampleCountHelp',
} as const satisfies Partial<Record<FigureField, string>>;

const spanName = { '1': 'month', '3': 'quarter', '6': 'half', '12': 'year' } as const satisfies Record<
  SampleEvery,
  string
>;

const OfKind = ({ draft, change, say }: RuleFormPart): ReactNode => {
  const { t } = useTranslation();
  const figure = (field: FigureField) => (
    <FormField
      label={t(`taskRules.field.${field}`)}
      {...(field in helps ? { help: t(helps[field as keyof typeof helps]) } : {})}
      error={say(field)}
    >
      <TextInput
        value={draft[field]}
        inputMode={field === 'leads' || field === 'months' ? 'text' : 'numeric'}
        maxLength={40}
        onChange={(text) => change({ [field]: text })}
      />
    </FormField>
  );
  switch (draft.kind) {
    case 'delivered':
      return figure('afterDays');
    case 'visited':
      return (
        <>
          {figure('afterDays')}
          <FieldGroup
            className={panel['whole']}
            label={t('taskRules.field.categories')}
            help={t('taskRules.field.categoriesHelp')}
          >
            <CheckBoxes
              value={draft.categories}
              options={categories.map((category) => [category, t(`visit.category.${category}`)] as const)}
              onChange={(chosen) => change({ categories: chosen })}
            />
          </FieldGroup>
          <RuleCheck label={t('taskRules.field.first')} checked={draft.first} onChange={(first) => change({ first })} />
        </>
      );
    case 'serviceDue':
      return (
        <>
          {figure('lead')}
          {figure('everyKm')}
        </>
      );
    case 'insuranceEnd':
    case 'inspectionDue':
    case 'licenceEnd':
    case 'cardEnd':
      return figure('leads');
    case 'pointsLapse':
      return (
        <>
          {figure('leads')}
          {figure('leastPoints')}
        </>
      );
    case 'birthday':
      return (
        <>
          <FormField label={t('taskRules.field.family')}>
            <SelectInput
              value={draft.family ? 'family' : 'customer'}
              options={[
                ['customer', t('taskRules.field.ofCustomer')],
                ['family', t('taskRules.field.ofFamily')],
              ]}
              onChange={(whose) => change({ family: whose === 'family' })}
            />
          </FormField>
          {figure('lead')}
        </>
      );
    case 'festival':
      return (
        <>
          <FestivalDay draft={draft} change={change} say={say} />
          {figure('lead')}
        </>
      );
    case 'noVisit':
      return (
        <>
          {figure('months')}
          <RuleCheck
            label={t('taskRules.field.afterFirst')}
            checked={draft.afterFirst}
            onChange={(afterFirst) => change({ afterFirst })}
          />
        </>
      );
    case 'promise':
      return figure('lead');
    case 'sample':
      return (
        <>
          <FormField label={t('taskRules.field.sampleEvery')} help={t('taskRules.field.sampleEveryHelp')}>
            <SelectInput
              value={draft.sampleEvery}
              options={sampleSpans.map((span) => [span, t(`taskRules.span.${spanName[span]}`)] as const)}
              onChange={(sampleEvery) => change({ sampleEvery })}
            />
          </FormField>
          {figure('sampleCount')}
          {figure('seenMonths')}
        </>
      );
    case 'tradeIn':
    case 'askBack':
    case 'detractor':
      return null;
  }
};

const FestivalDay = ({ draft, change, say }: RuleFormPart) => {
  const { t } = useTranslation();
  const part = (field: 'month' | 'date') => (
    <FormField label={t(`taskRules.field.${field}`)} {...(field === 'date' ? { error: say('date') } : {})}>
      <TextInput
        value={draft[field]}
        inputMode="numeric"
        maxLength={2}
        onChange={(text) => change({ [field]: text })}
      />
    </FormField>
  );
  return (
    <>
      <FormField label={t('taskRules.field.calendar')}>
        <SelectInput<RuleDraft['calendar']>
          value={draft.calendar}
          options={[
            ['solar', t('taskRules.field.solar')],
            ['lunar', t('taskRules.field.lunar')],
          ]}
          onChange={(calendar) => change({ calendar })}
        />
      </FormField>
      {part('month')}
      {part('date')}
    </>
  );
};
