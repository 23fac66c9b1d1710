import { Button } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { FormField } from '../../ui/FormField.tsx';
import { CheckIcon } from '../../ui/icons.tsx';
import { AreaInput } from '../customer/AreaInput.tsx';
import css from './enquiries.module.css';
import type { EnquiryDraft } from './enquiryDraft.ts';
import { Suggestions } from './Suggestions.tsx';
import type { KeptAnswer } from './shapes.ts';

type Draft = Pick<EnquiryDraft, 'answer' | 'keptAnswerId' | 'close'>;

export interface AnswerFieldsProps {
  /** what is asked: kept answers are looked for by it */
  readonly question: string;
  readonly draft: Draft;
  readonly change: (change: Partial<Draft>) => void;
  /** beside its words: what else may follow from a kept answer */
  readonly onTake?: (kept: KeptAnswer) => void;
  readonly required?: boolean;
  readonly error?: string | undefined;
}

/** The answer, one's own or a kept one that may be changed, and whether that was all. */
export const AnswerFields = ({ question, draft, change, onTake, required = false, error }: AnswerFieldsProps) => {
  const { t } = useTranslation();
  const areaId = useId();
  return (
    <>
      <Suggestions
        text={question}
        onTake={(kept) => {
          change({ answer: kept.answer, keptAnswerId: kept.id });
          onTake?.(kept);
          document.getElementById(areaId)?.focus();
        }}
      />
      {draft.keptAnswerId !== '' && (
        <p className={css['taken']} role="status">
          <CheckIcon size={14} />
          {t('enquiries.suggest.taken')}
          <Button size="small" type="link" onClick={() => change({ answer: '', keptAnswerId: '' })}>
            {t('enquiries.suggest.drop')}
          </Button>
        </p>
      )}
      <FormField label={t('enquiries.field.answer')} required={required} error={error}>
        <AreaInput
          id={areaId}
          rows={5}
          maxLength={4000}
          value={draft.answer}
          placeholder={t('enquiries.form.answerHint')}
          onChange={(answer) => change({ answer })}
        />
      </FormField>
      {draft.answer.trim() !== '' && (
        <label className={css['check']}>
          <input type="checkbox" checked={draft.close} onChange={(event) => change({ close: event.target.checked })} />
          {t('enquiries.form.closeNow')}
        </label>
      )}
    </>
  );
};
