import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FormField } from '../../ui/FormField.tsx';
import { CloseIcon } from '../../ui/icons.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { DayTimeFields } from '../complaints/DayTimeFields.tsx';
import { useStaff } from '../complaints/useStaff.ts';
import { SelectInput } from '../customer/SelectInput.tsx';
import { promiseTyped } from './callDraft.ts';
import type { OutcomeFollowsProps } from './OutcomeFollows.tsx';
import css from './tasks.module.css';

/** 承诺: what we will do, till when, and who does it; noted with the outcome. */
export const PromiseFields = ({
  draft,
  change,
  context,
  problems,
  asked,
}: Pick<OutcomeFollowsProps, 'draft' | 'change' | 'context' | 'problems' | 'asked'>) => {
  const { t } = useTranslation();
  const { all } = useStaff();
  const frame = useRef<HTMLDivElement>(null);
  // asked for by a key, it is typed at once
  useEffect(() => frame.current?.querySelector('input')?.focus(), []);
  return (
    <div className={css['promise']} ref={frame}>
      <FormField
        label={t('tasks.form.promiseText')}
        required
        error={asked && problems.promise ? t('errors.field.required') : undefined}
      >
        <TextInput
          maxLength={300}
          value={draft.promise}
          placeholder={t('tasks.form.promiseHint')}
          onChange={(promise) => change({ promise })}
        />
      </FormField>
      <DayTimeFields
        value={promiseTyped(draft, context)}
        labels={{ day: t('tasks.form.promiseDay'), time: t('tasks.form.promiseTime') }}
        error={problems.promiseDue === 'past' ? t('tasks.form.pastTime') : undefined}
        onChange={({ day, time }) => change({ promiseDay: day, promiseTime: time })}
      />
      <FormField label={t('tasks.form.promiseOwner')}>
        <SelectInput
          value={draft.promiseOwner || context.meId}
          options={all}
          onChange={(promiseOwner) => change({ promiseOwner })}
        />
      </FormField>
      <Button
        type="text"
        icon={<CloseIcon size={16} />}
        aria-label={t('tasks.form.promiseDrop')}
        onClick={() => change({ promising: false })}
      />
    </div>
  );
};
