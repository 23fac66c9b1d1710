import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { clockNow } from '../../lib/clock.ts';
import { fieldErrors } from '../../lib/errors.ts';
import { dayOf, plate, timeOf } from '../../lib/formats.ts';
import { useTimeZone } from '../../lib/store.ts';
import { FormField } from '../../ui/FormField.tsx';
import { chosenHit, nobody, type WhoDraft } from '../board/whoDraft.ts';
import { DayTimeFields } from '../complaints/DayTimeFields.tsx';
import { DeedPanel } from '../complaints/DeedPanel.tsx';
import complaintForm from '../complaints/form.module.css';
import { CustomerFinder } from '../customer/CustomerFinder.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import panel from '../customer/sidePanel.module.css';
import { ResponseForm } from './ResponseForm.tsx';
import { checkEntry, entryInput, newEntry, problemsIn, questionnaireOf } from './responseEntry.ts';
import { type Channel, channels } from './shapes.ts';
import { useQuestionnaires } from './useQuestionnaires.ts';
import { useSurveyDeed } from './useSurveyDeed.ts';

export interface NewResponsePanelProps {
  readonly onAdded: (id: string) => void;
  readonly onClose: () => void;
}

/** 录入答卷: of a paper without a code, or of a talk; who it was may stay open. */
const NewResponsePanel = ({ onAdded, onClose }: NewResponsePanelProps) => {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const [openedAt] = useState(clockNow);
  const questionnaires = useQuestionnaires(true) ?? [];
  const { kept, draft, change, save, asked, submit } = useSurveyDeed({
    form: 'survey.new',
    begin: newEntry({ day: dayOf(openedAt, timeZone), time: timeOf(openedAt, timeZone) }),
    call: api.surveys.record,
    said: ({ bad }) => t(bad ? 'surveys.entry.saidBad' : 'surveys.entry.said'),
    onDone: ({ id }) => onAdded(id),
  });
  const questionnaire = questionnaireOf(draft, questionnaires);
  const problems = checkEntry(draft, questionnaire, { now: clockNow(), timeZone });
  const refused = fieldErrors(save.error, t);
  const send = (): void =>
    submit(questionnaire && problemsIn(problems) === 0 ? entryInput(draft, questionnaire, timeZone) : null);
  return (
    <DeedPanel
      wide
      title={t('surveys.entry.title')}
      sub={t('surveys.entry.sub')}
      label={t('surveys.entry.save')}
      kept={kept}
      busy={save.isPending}
      error={save.error}
      blocked={asked ? problemsIn(problems) : 0}
      onSave={send}
      onClose={onClose}
    >
      <div className={panel['grid']}>
        <FormField
          label={t('surveys.field.questionnaire')}
          required
          error={asked && problems.fields.questionnaireId ? t('errors.field.required') : refused['questionnaireId']}
        >
          <SelectInput
            value={questionnaire?.id ?? ''}
            options={[
              ...(questionnaire ? [] : [['', t('surveys.entry.choose')] as const]),
              ...questionnaires.map(({ id, name }) => [id, name] as const),
            ]}
            onChange={(questionnaireId) => change({ questionnaireId, answers: {} })}
          />
        </FormField>
        <FormField label={t('surveys.field.channel')}>
          <SelectInput<Channel>
            value={draft.channel}
            options={channels.map((one) => [one, t(`surveys.channel.${one}`)] as const)}
            onChange={(channel) => change({ channel })}
          />
        </FormField>
        <Who who={draft.who} error={refused['vehicleId']} onChange={(who) => change({ who })} />
        <DayTimeFields
          value={draft}
          labels={{ day: t('surveys.entry.day'), time: t('surveys.entry.time') }}
          error={problems.fields.at === 'ahead' ? t('surveys.entry.ahead') : refused['at']}
          onChange={change}
        />
      </div>
      {questionnaire && (
        <section className={panel['part']} aria-label={questionnaire.name} data-first>
          <p className="quiet small">{t('surveys.form.keys')}</p>
          <ResponseForm
            key={questionnaire.id}
            questionnaire={questionnaire}
            value={draft.answers}
            problems={asked ? problems.answers : {}}
            onChange={(answers) => change({ questionnaireId: questionnaire.id, answers })}
          />
        </section>
      )}
    </DeedPanel>
  );
};

export default NewResponsePanel;

interface WhoProps {
  readonly who: WhoDraft;
  readonly error: string | undefined;
  readonly onChange: (who: WhoDraft) => void;
}

/** Somebody on file with one of their cars, or nobody. */
const Who = ({ who, error, onChange }: WhoProps) => {
  const { t } = useTranslation();
  if (!who.customer) {
    return (
      <div className={panel['whole']}>
        <FormField label={t('surveys.field.who')} help={t('surveys.entry.nobody')} error={error}>
          <CustomerFinder label={t('surveys.field.who')} onHit={(hit, typed) => onChange(chosenHit(hit, typed))} />
        </FormField>
      </div>
    );
  }
  const vehicles = who.customer.vehicles.map(
    (one) =>
      [one.id, [one.plate ? plate(one.plate) : t('board.noPlate'), one.series].filter(Boolean).join(' · ')] as const,
  );
  return (
    <>
      <div>
        <span className="form-field-label">{t('surveys.field.who')}</span>
        <div className={complaintForm['whoLine']}>
          <strong>{who.customer.name}</strong>
          <Button size="small" type="link" onClick={() => onChange(nobody)}>
            {t('board.come.again')}
          </Button>
        </div>
      </div>
      <FormField label={t('surveys.field.vehicle')} error={error}>
        <SelectInput
          value={who.vehicleId}
          options={[['', t('surveys.entry.noVehicle')] as const, ...vehicles]}
          onChange={(vehicleId) => onChange({ ...who, vehicleId })}
        />
      </FormField>
    </>
  );
};
