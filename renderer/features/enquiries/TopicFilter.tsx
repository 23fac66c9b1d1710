import { useTranslation } from 'react-i18next';
import { SelectInput } from '../customer/SelectInput.tsx';
import { type Topic, topics } from './shapes.ts';

export interface TopicFilterProps {
  readonly value: Topic | null;
  readonly onChange: (topic: Topic | null) => void;
}

export const TopicFilter = ({ value, onChange }: TopicFilterProps) => {
  const { t } = useTranslation();
  return (
    <SelectInput
      aria-label={t('enquiries.field.topic')}
      value={value ?? ''}
      options={[
        ['', t('enquiries.anyTopic')] as const,
        ...topics.map((one) => [one, t(`enquiries.topic.${one}`)] as const),
      ]}
      onChange={(one) => onChange(one === '' ? null : one)}
    />
  );
};
