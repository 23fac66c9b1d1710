import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { FormField } from '../../ui/FormField.tsx';
import { AreaInput } from '../customer/AreaInput.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import css from '../customer/sidePanel.module.css';
import { ChoiceRow } from './ChoiceRow.tsx';
import { Complainant } from './Complainant.tsx';
import { DeedPanel } from './DeedPanel.tsx';
import type { DeedPanelsProps } from './DeedPanels.tsx';
import { type ContactChannel, contactChannels } from './shapes.ts';
import { useDeed } from './useDeed.ts';

const answers = ['yes', 'no', 'unreached'] as const;
const scores = ['', '5', '4', '3', '2', '1'] as const;

interface AskBackDraft {
  readonly answer: (typeof answers)[number] | '';
  readonly score: (typeof scores)[number];
  readonly channel: ContactChannel;
  readonly text: string;
}

/** 回访: is it truly solved? A no opens it again with a whole new term, and the form says so before. */
export const AskBackPanel = ({ page, onClose }: DeedPanelsProps) => {
  const { t } = useTranslation();
  const { complaint } = page;
  const begin: AskBackDraft = { answer: '', score: '', channel: 'phone', text: '' };
  const { kept, draft, change, save, asked, submit } = useDeed({
    form: `complaint.${complaint.id}.askBack`,
    begin,
    call: api.complaints.askBack,
    said: (_saved, sent) => t(`complaints.askBack.said.${sent.answer || 'unreached'}`),
    onClose,
  });
  const { answer } = draft;
  const wordless = answer === 'no' && draft.text.trim() === '';
  const blocked = Number(answer === '') + Number(wordless);
  const send = (): void =>
    submit(
      answer === '' || wordless
        ? null
        : {
            id: complaint.id,
            version: complaint.version,
            answer,
            channel: draft.channel,
            text: draft.text.trim() || null,
            score: answer === 'unreached' || draft.score === '' ? null : Number(draft.score),
          },
    );
  return (
    <DeedPanel
      title={t('complaints.askBack.title')}
      sub={complaint.number}
      label={t('complaints.askBack.save')}
      kept={kept}
      busy={save.isPending}
      error={save.error}
      blocked={asked ? blocked : 0}
      onSave={send}
      onClose={onClose}
    >
      <p className={css['near']}>
        <Complainant complaint={complaint} />
      </p>
      <p className={css['near']}>
        {t('complaints.askBack.script', { name: complaint.name ?? '', title: complaint.title })}
      </p>
      <div data-first>
        <ChoiceRow
          label={t('complaints.askBack.question')}
          options={answers.map((one) => [one, t(`complaints.askBack.answer.${one}`)] as const)}
          value={answer === '' ? null : answer}
          error={asked && answer === '' ? t('complaints.askBack.choose') : undefined}
          onChange={(one) => change({ answer: one })}
        />
      </div>
      {answer === 'no' && (
        <p role="status" className={css['near']}>
          {t('complaints.askBack.opensAgain')}
        </p>
      )}
      <div className={`${css['grid']} ${css['near']}`}>
        <FormField label={t('complaints.askBack.score')}>
          <SelectInput
            value={draft.score}
            options={scores.map(
              (one) => [one, one === '' ? t('complaints.askBack.unasked') : t(`complaints.score.s${one}`)] as const,
            )}
            onChange={(score) => change({ score })}
          />
        </FormField>
        <FormField label={t('complaints.contact.channel')}>
          <SelectInput
            value={draft.channel}
            options={contactChannels.map((one) => [one, t(`complaints.contactChannel.${one}`)] as const)}
            onChange={(channel) => change({ channel })}
          />
        </FormField>
      </div>
      <FormField
        label={t('complaints.askBack.words')}
        required={answer === 'no'}
        error={asked && wordless ? t('errors.field.required') : undefined}
      >
        <AreaInput rows={4} maxLength={2000} value={draft.text} onChange={(text) => change({ text })} />
      </FormField>
    </DeedPanel>
  );
};
