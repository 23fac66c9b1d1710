import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import type { PrintJob } from '../../lib/printing.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { useToday } from '../../lib/store.ts';
import { usePrint } from '../../lib/usePrint.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { CloseIcon, PrinterIcon } from '../../ui/icons.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { DayInput } from '../customer/DayInput.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import { PrintProgress } from '../printing/PrintProgress.tsx';
import { useQuestionnaires } from '../surveys/useQuestionnaires.ts';
import css from './paper.module.css';
import { checkPrint, jobOf, type PrintDraft, printDraft } from './printDraft.ts';
import { type PrintKind, printables } from './shapes.ts';

export interface PrintPartProps {
  /** whose questionnaire is to be printed, as their page asks */
  readonly customerId: string | null;
  readonly onNobody: () => void;
  readonly onPrinted: (sheetId: string) => void;
}

/** 打印: the four papers of an outage, each with a key; what each needs to know stands on its card. */
export const PrintPart = ({ customerId, onNobody, onPrinted }: PrintPartProps) => {
  const { t } = useTranslation();
  const today = useToday();
  const questionnaires = useQuestionnaires(true) ?? [];
  const { print, progress, cancel } = usePrint();
  const { data: asked } = useQuery(
    orpc.customers.get.queryOptions({ input: { id: customerId ?? '' }, enabled: customerId !== null }),
  );
  const [changed, setChanged] = useState<Partial<PrintDraft>>({});
  const draft = { ...printDraft(today, questionnaires[0]?.id ?? '', customerId), ...changed };
  const problems = checkPrint(draft);
  const change = (next: Partial<PrintDraft>): void => setChanged({ ...changed, ...next });
  const start = (kind: PrintKind): void => {
    if (problems[kind] || progress !== null) return;
    const sheetId = newRequestId();
    const job: PrintJob = jobOf(kind, draft, sheetId);
    void print(job, { handedOver: t('paper.print.handedOver', { what: t(`paper.kind.${kind}`) }) }).then(
      (done) => done && onPrinted(sheetId),
    );
  };
  useScreenDeeds({
    'paper.print.call': () => start('call'),
    'paper.print.complaint': () => start('complaint'),
    'paper.print.signIn': () => start('signIn'),
    'paper.print.survey': () => start('survey'),
  });
  const blanksField = (kind: 'complaints' | 'rows' | 'forms', wrong: boolean) => (
    <FormField
      label={t(kind === 'forms' && customerId !== null ? 'paper.print.moreForms' : `paper.print.${kind}`)}
      error={wrong ? t('paper.print.countWrong') : undefined}
    >
      <TextInput
        value={draft[kind]}
        inputMode="numeric"
        maxLength={3}
        onChange={(value) => change({ [kind]: value })}
      />
    </FormField>
  );
  const fields: Readonly<Record<PrintKind, React.ReactNode>> = {
    call: null,
    complaint: blanksField('complaints', problems.complaint === 'count'),
    signIn: (
      <>
        <FormField
          label={t('paper.print.day')}
          error={problems.signIn === 'day' ? t('paper.print.dayWrong') : undefined}
        >
          <DayInput value={draft.day} onChange={(day) => change({ day })} />
        </FormField>
        {blanksField('rows', problems.signIn === 'count')}
      </>
    ),
    survey: (
      <>
        <FormField label={t('paper.print.questionnaire')}>
          <SelectInput
            value={draft.questionnaireId}
            options={
              questionnaires.length === 0
                ? [['', t('paper.print.noQuestionnaire')]]
                : questionnaires.map(({ id, name }) => [id, name] as const)
            }
            onChange={(questionnaireId) => change({ questionnaireId })}
          />
        </FormField>
        {blanksField('forms', problems.survey === 'count')}
      </>
    ),
  };
  return (
    <section className={css['print']} aria-label={t('paper.print.title')}>
      <ul className={css['cards']}>
        {printables.map((kind, at) => (
          <li key={kind} className={css['card']}>
            <div className={css['cardHead']}>
              <h2>{t(`paper.kind.${kind}`)}</h2>
              <ActionButton
                icon={<PrinterIcon size={14} />}
                label={t('paper.print.print')}
                aria-label={t('paper.print.printWhat', { what: t(`paper.kind.${kind}`) })}
                keys={String(at + 1)}
                disabled={problems[kind] !== undefined || progress !== null}
                onClick={() => start(kind)}
              />
            </div>
            {kind === 'survey' && customerId !== null ? (
              <p>
                <Chip tone="brand" title={t('paper.print.notFor')} icon={<CloseIcon size={12} />} onPress={onNobody}>
                  {t('paper.print.for', { name: asked?.customer.name ?? '' })}
                </Chip>
              </p>
            ) : (
              <p className="quiet small">{t(`paper.print.text.${kind}`)}</p>
            )}
            {fields[kind] !== null && <div className={css['cardFields']}>{fields[kind]}</div>}
          </li>
        ))}
      </ul>
      <PrintProgress progress={progress} cancel={cancel} />
    </section>
  );
};
