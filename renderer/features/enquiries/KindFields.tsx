import { useTranslation } from 'react-i18next';
import { FormField } from '../../ui/FormField.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import panel from '../customer/sidePanel.module.css';
import type { EnquiryDraft } from './enquiryDraft.ts';
import { channels, topics } from './shapes.ts';

export interface KindFieldsProps {
  readonly draft: Pick<EnquiryDraft, 'topic' | 'channel'>;
  readonly change: (change: Partial<Pick<EnquiryDraft, 'topic' | 'channel'>>) => void;
}

/** What it is about and how it came: may be left as they are. */
export const KindFields = ({ draft, change }: KindFieldsProps) => {
  const { t } = useTranslation();
  const offered = channels.some((one) => one === draft.channel) ? channels : [...channels, draft.channel];
  return (
    <div className={`${panel['grid']} ${panel['near']}`}>
      <FormField label={t('enquiries.field.topic')}>
        <SelectInput
          value={draft.topic}
          options={topics.map((one) => [one, t(`enquiries.topic.${one}`)] as const)}
          onChange={(topic) => change({ topic })}
        />
      </FormField>
      <FormField label={t('enquiries.field.channel')}>
        <SelectInput
          value={draft.channel}
          options={offered.map((one) => [one, t(`complaints.channel.${one}`)] as const)}
          onChange={(channel) => change({ channel })}
        />
      </FormField>
    </div>
  );
};
