import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { fieldErrors } from '../../lib/errors.ts';
import { FormField } from '../../ui/FormField.tsx';
import { DeedPanel } from '../complaints/DeedPanel.tsx';
import { AreaInput } from '../customer/AreaInput.tsx';
import { AnswerList } from './AnswersPart.tsx';
import type { ResponsePanelProps } from './ResponsePanels.tsx';
import css from './surveys.module.css';
import { useSurveyDeed } from './useSurveyDeed.ts';

/** 记下已跟进: somebody spoke with them, and what came of it. */
export const FollowPanel = ({ response, onClose }: ResponsePanelProps) => {
  const { t } = useTranslation();
  const { id, version } = response;
  const name = response.name ?? t('surveys.nameless');
  const { kept, draft, change, save, asked, submit } = useSurveyDeed({
    form: `survey.${id}.follow`,
    begin: { note: '' },
    call: api.surveys.follow,
    said: () => t('surveys.follow.said', { name }),
    onDone: onClose,
  });
  const note = draft.note.trim();
  const missing = note === '';
  return (
    <DeedPanel
      title={t('surveys.follow.title')}
      sub={name}
      label={t('surveys.follow.save')}
      kept={kept}
      busy={save.isPending}
      error={save.error}
      blocked={asked ? Number(missing) : 0}
      onSave={() => submit(missing ? null : { id, version, note })}
      onClose={onClose}
    >
      <div className={css['inPanel']}>
        <AnswerList answers={response.answers} />
      </div>
      <div data-first>
        <FormField
          label={t('surveys.follow.note')}
          required
          error={asked && missing ? t('errors.field.required') : fieldErrors(save.error, t)['note']}
        >
          <AreaInput
            rows={4}
            maxLength={500}
            value={draft.note}
            placeholder={t('surveys.follow.hint')}
            onChange={(next) => change({ note: next })}
          />
        </FormField>
      </div>
    </DeedPanel>
  );
};
