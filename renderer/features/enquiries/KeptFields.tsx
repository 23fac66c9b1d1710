import { useTranslation } from 'react-i18next';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { AreaInput } from '../customer/AreaInput.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import panel from '../customer/sidePanel.module.css';
import { type Topic, topics } from './shapes.ts';

export interface KeptDraftFields {
  readonly question: string;
  readonly answer: string;
  readonly topic: Topic;
}

/** As the store takes it; null while something is missing. */
export const keptFactsOf = ({ question, answer, topic }: KeptDraftFields): KeptDraftFields | null => {
  const facts = { question: question.trim(), answer: answer.trim(), topic };
  return facts.question === '' || facts.answer === '' ? null : facts;
};

export const blockedOf = ({ question, answer }: KeptDraftFields): number =>
  Number(question.trim() === '') + Number(answer.trim() === '');

export interface KeptFieldsProps {
  readonly draft: KeptDraftFields;
  readonly change: (change: Partial<KeptDraftFields>) => void;
  readonly asked: boolean;
}

/** A question in words that fit anybody, and its answer. */
export const KeptFields = ({ draft, change, asked }: KeptFieldsProps) => {
  const { t } = useTranslation();
  const missing = (text: string): string | undefined =>
    asked && text.trim() === '' ? t('errors.field.required') : undefined;
  return (
    <>
      <FormField label={t('enquiries.kept.question')} required error={missing(draft.question)}>
        <TextInput maxLength={300} value={draft.question} onChange={(question) => change({ question })} />
      </FormField>
      <div className={panel['near']}>
        <FormField label={t('enquiries.kept.answer')} required error={missing(draft.answer)}>
          <AreaInput rows={7} maxLength={4000} value={draft.answer} onChange={(answer) => change({ answer })} />
        </FormField>
      </div>
      <FormField label={t('enquiries.field.topic')}>
        <SelectInput
          value={draft.topic}
          options={topics.map((one) => [one, t(`enquiries.topic.${one}`)] as const)}
          onChange={(topic) => change({ topic })}
        />
      </FormField>
    </>
  );
};
