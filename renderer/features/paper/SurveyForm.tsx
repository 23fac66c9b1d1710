import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { instantOf } from '../../../db/domain/zonedTime.ts';
import { api, orpc } from '../../lib/api.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { useTimeZone, useToday } from '../../lib/store.ts';
import { useSave } from '../../lib/useSave.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { CustomerPicker } from '../customer/CustomerPicker.tsx';
import { DayInput } from '../customer/DayInput.tsx';
import { RestoredNotice } from '../customer/RestoredNotice.tsx';
import { refusalText } from '../customer/refusal.ts';
import { dayOrNull } from '../customer/typedDay.ts';
import { useKeptDraft } from '../customer/useKeptDraft.ts';
import { focusFirstQuestion, ResponseForm } from '../surveys/ResponseForm.tsx';
import { answersOf, checkResponse, type ResponseDraft } from '../surveys/responseDraft.ts';
import entry from '../tasks/sheetEntry.module.css';
import css from './paper.module.css';
import type { FoundPaper } from './shapes.ts';
import type { Entered } from './useEnteredPapers.ts';

export interface SurveyFormProps {
  readonly found: FoundPaper;
  readonly onEntered: (what: Omit<Entered, 'code'>) => void;
}

/** What is entered of a form, kept by its code until the store has it. */
interface SurveyDraft {
  readonly answers: ResponseDraft;
  readonly who: { readonly id: string; readonly name: string } | null;
  readonly day: string;
}

/** the answers of another day were given at noon: nobody wrote the hour */
const someTime = '12:00';

/** 补录问卷: a digit per question as it stands on the paper, who it was where they wrote it, and the day. */
export const SurveyForm = ({ found: { code, row, questionnaire }, onEntered }: SurveyFormProps) => {
  const { t } = useTranslation();
  const today = useToday();
  const timeZone = useTimeZone();
  const form = useRef<HTMLDivElement>(null);
  const rest = useRef<HTMLDivElement>(null);
  const deed = useRef<HTMLDivElement>(null);
  const kept = useKeptDraft<SurveyDraft>(`paper.${code}`, {
    answers: {},
    who: row.customerId === null ? null : { id: row.customerId, name: row.name ?? '' },
    day: today,
  });
  const { answers: value, who, day: typedDay } = kept.draft;
  const [asked, setAsked] = useState(false);
  const questions = questionnaire?.questions ?? [];
  const problems = checkResponse(questions, value);
  const day = dayOrNull(typedDay);
  const record = useSave(api.surveys.record, {
    stale: [orpc.paper.key(), orpc.surveys.key()],
    onDone: ({ bad }) => {
      kept.done();
      onEntered({
        name: who?.name ?? t('paper.survey.nobody'),
        words: t(!bad ? 'paper.survey.done' : who === null ? 'paper.survey.badOfNobody' : 'paper.survey.bad'),
      });
    },
  });
  useEffect(() => focusFirstQuestion(form.current), []);
  const save = (): void => {
    setAsked(true);
    if (!questionnaire || day === null || Object.keys(problems).length > 0 || record.isPending) return;
    record.mutate({
      questionnaireId: questionnaire.id,
      answers: answersOf(questions, value),
      channel: 'paper',
      customerId: who?.id ?? null,
      vehicleId: who !== null && who.id === row.customerId ? row.vehicleId : null,
      ...(day === today ? {} : { at: instantOf(day, someTime, timeZone) }),
      paperCode: code,
    });
  };
  /** after the last answer: who it was, where nobody's name was printed, or what records it */
  const goOn = (): void =>
    (who === null ? rest.current?.querySelector('input') : deed.current?.querySelector('button'))?.focus();
  useHotkeys({ 'Ctrl+S': save }, { inDialog: true });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.defaultPrevented) return;
    if (event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    save();
  };
  if (!questionnaire) return <p className={entry['wrong']}>{t('errors.reason.questionnaire-not-found')}</p>;
  return (
    <div ref={form} className={entry['form']}>
      <RestoredNotice at={kept.restoredAt} onDiscard={kept.discard} />
      <ResponseForm
        compact
        questionnaire={questionnaire}
        value={value}
        onChange={(answers) => kept.change({ answers })}
        problems={asked ? problems : {}}
        onEnd={goOn}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only hears Enter in the fields inside */}
      <div ref={rest} className={css['surveyWho']} onKeyDown={onKeyDown}>
        <FormField label={t('paper.survey.who')} help={who === null ? t('paper.survey.whoHelp') : undefined}>
          <CustomerPicker label={t('paper.survey.who')} value={who} onChange={(next) => kept.change({ who: next })} />
        </FormField>
        <FormField
          label={t('paper.survey.day')}
          error={asked && day === null ? t('customer.check.day-invalid') : undefined}
        >
          <DayInput value={typedDay} onChange={(next) => kept.change({ day: next })} />
        </FormField>
      </div>
      <div ref={deed}>
        <ActionButton
          type="primary"
          label={t('paper.entry.save')}
          keys="Ctrl+S"
          loading={record.isPending}
          onClick={save}
        />
      </div>
      {record.error !== null && record.error !== undefined && (
        <p role="alert" className={entry['wrong']}>
          {refusalText(record.error, t)}
        </p>
      )}
    </div>
  );
};
