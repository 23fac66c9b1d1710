import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useAdvisers } from '../board/useAdvisers.ts';
import { AreaInput } from '../customer/AreaInput.tsx';
import { DayInput } from '../customer/DayInput.tsx';
import inputs from '../customer/inputs.module.css';
import { SelectInput } from '../customer/SelectInput.tsx';
import css from '../customer/sidePanel.module.css';
import { WordsInput } from '../customer/WordsInput.tsx';
import { checkFacts, checkNext, type FactsDraft, type NextDraft } from './prospectDraft.ts';

/** What somebody wishes for: models, budget, source, trade-in. */
export const FactsFields = ({
  facts,
  onChange,
}: {
  readonly facts: FactsDraft;
  readonly onChange: (change: Partial<FactsDraft>) => void;
}) => {
  const { t } = useTranslation();
  const sources = useId();
  const { data: facets } = useQuery(orpc.prospects.facets.queryOptions({ input: {} }));
  const problems = checkFacts(facts);
  const error = (path: 'budgetFrom' | 'budgetTo') => {
    const problem = problems[path];
    return problem ? { error: t(`errors.field.${problem}`) } : {};
  };
  return (
    <div className={css['grid']}>
      <FormField label={t('prospects.models')} className={css['whole'] ?? ''}>
        <WordsInput
          value={facts.models}
          most={10}
          known={facets?.models ?? []}
          placeholder={t('prospects.modelsHint')}
          onChange={(models) => onChange({ models })}
        />
      </FormField>
      <FormField label={t('prospects.budgetFrom')} {...error('budgetFrom')}>
        <TextInput
          value={facts.budgetFrom}
          inputMode="decimal"
          maxLength={8}
          onChange={(budgetFrom) => onChange({ budgetFrom })}
        />
      </FormField>
      <FormField label={t('prospects.budgetTo')} {...error('budgetTo')}>
        <TextInput
          value={facts.budgetTo}
          inputMode="decimal"
          maxLength={8}
          onChange={(budgetTo) => onChange({ budgetTo })}
        />
      </FormField>
      <FormField label={t('prospects.source')}>
        <TextInput value={facts.source} maxLength={60} list={sources} onChange={(source) => onChange({ source })} />
      </FormField>
      <div>
        <div className="form-field-label">{t('prospects.tradeInLabel')}</div>
        <label className={inputs['check']} style={{ minHeight: 32 }}>
          <input
            type="checkbox"
            checked={facts.tradeIn}
            onChange={(event) => onChange({ tradeIn: event.target.checked })}
          />
          {t('prospects.tradeIn')}
        </label>
      </div>
      {facts.tradeIn && (
        <FormField label={t('prospects.tradeInNote')} className={css['whole'] ?? ''}>
          <TextInput
            value={facts.tradeInNote}
            maxLength={200}
            placeholder={t('prospects.tradeInHint')}
            onChange={(tradeInNote) => onChange({ tradeInNote })}
          />
        </FormField>
      )}
      <FormField label={t('prospects.note')} className={css['whole'] ?? ''}>
        <AreaInput value={facts.note} rows={2} maxLength={2000} onChange={(note) => onChange({ note })} />
      </FormField>
      <datalist id={sources}>
        {[...new Set([...(facets?.sources ?? []), ...t('prospects.sources').split('|')])].map((source) => (
          <option key={source} value={source} />
        ))}
      </datalist>
    </div>
  );
};

/** 下一步: what is to be done, by when, by whom. */
export const NextFields = ({
  next,
  onChange,
  asked,
}: {
  readonly next: NextDraft;
  readonly onChange: (next: NextDraft) => void;
  readonly asked: boolean;
}) => {
  const { t } = useTranslation();
  const advisers = useAdvisers();
  const problems = checkNext(next);
  const error = (path: 'what' | 'day') => {
    const problem = problems[path];
    if (!problem || (problem === 'required' && !asked)) return {};
    return { error: problem === 'required' ? t('errors.field.required') : t('customer.check.day-invalid') };
  };
  return (
    <div className={css['grid3']}>
      <FormField label={t('prospects.nextWhat')} {...error('what')}>
        <TextInput
          value={next.what}
          maxLength={200}
          placeholder={t('prospects.nextHint')}
          onChange={(what) => onChange({ ...next, what })}
        />
      </FormField>
      <FormField label={t('prospects.nextDay')} {...error('day')}>
        <DayInput value={next.day} onChange={(day) => onChange({ ...next, day })} />
      </FormField>
      <FormField label={t('prospects.nextOwner')}>
        <SelectInput
          value={next.ownerId}
          options={[['', t('board.come.noAdviser')], ...advisers]}
          onChange={(ownerId) => onChange({ ...next, ownerId })}
        />
      </FormField>
    </div>
  );
};
