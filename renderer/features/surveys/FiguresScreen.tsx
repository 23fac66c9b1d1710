import '../../ui/reportPrint.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { saveBlob } from '../../lib/download.ts';
import { useGo, useQueryValue } from '../../lib/place.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { useStoreSettings, useToday } from '../../lib/store.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { ChipGroup } from '../../ui/ChipGroup.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { ChartIcon, ExportIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Panel } from '../../ui/Panel.tsx';
import css from '../complaintReports/complaintReports.module.css';
import { type DaySpan, reportSpanOf, reportSpans, spanProblem } from '../complaintReports/reportSpan.ts';
import { SpanDay } from '../complaintReports/SpanDay.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import { dayOrNull } from '../customer/typedDay.ts';
import { BreakdownPanel } from './BreakdownPanel.tsx';
import own from './figures.module.css';
import { figuresCsv } from './figuresCsv.ts';
import { figuresOf } from './figureWords.ts';
import { QuestionsPanel } from './QuestionsPanel.tsx';
import type { SurveyFigures } from './shapes.ts';
import { NpsPanel, SatisfactionPanel } from './TrendPanels.tsx';
import { useQuestionnaires } from './useQuestionnaires.ts';

const path = '/surveys/figures';

/** 满意度统计: NPS and satisfaction with how many they stand on, month by month against the target, by question, way and adviser. */
const FiguresScreen = () => {
  const { t } = useTranslation();
  const go = useGo();
  const today = useToday();
  const questionnaires = useQuestionnaires(false) ?? [];
  const usual = reportSpanOf('last12', today);
  const span: DaySpan = {
    from: dayOrNull(useQueryValue('from') ?? '') ?? usual.from,
    to: dayOrNull(useQueryValue('to') ?? '') ?? usual.to,
  };
  const questionnaireId = useQueryValue('questionnaire') ?? '';
  const problem = spanProblem(span);
  const { data, error, refetch } = useQuery(
    orpc.surveys.figures.queryOptions({
      input: { fromDay: span.from, toDay: span.to, ...(questionnaireId ? { questionnaireId } : {}) },
      enabled: problem === null,
      placeholderData: keepPreviousData,
    }),
  );
  const shown = problem === null && data && data.responses > 0 ? data : null;
  const show = (wanted: DaySpan, questionnaire = questionnaireId): void =>
    go(`${path}?${new URLSearchParams({ ...wanted, ...(questionnaire ? { questionnaire } : {}) }).toString()}`, {
      replace: true,
    });
  const save = (): void => {
    if (!shown) return;
    saveBlob(new Blob([figuresCsv(shown, t)], { type: 'text/csv' }), t('surveys.figures.csvName', { ...span }));
  };
  const print = (): void => {
    if (shown) window.print();
  };
  useScreenDeeds({ 'surveys.print': print, 'surveys.csv': save });
  return (
    <div className={`${css['report']} printed-report`}>
      <Panel
        title={t('surveys.figures.title')}
        className="not-printed"
        aside={
          <ChipGroup label={t('complaintReports.span')}>
            {reportSpans.map((name) => {
              const one = reportSpanOf(name, today);
              return (
                <Chip key={name} pressed={one.from === span.from && one.to === span.to} onPress={() => show(one)}>
                  {t(`complaintReports.spans.${name}`)}
                </Chip>
              );
            })}
          </ChipGroup>
        }
        actions={
          <>
            <ActionButton
              icon={<ExportIcon size={16} />}
              label={t('surveys.figures.csv')}
              keys="E"
              disabled={!shown}
              onClick={save}
            />
            <ActionButton
              type="primary"
              label={t('surveys.figures.print')}
              keys="Ctrl+P"
              disabled={!shown}
              onClick={print}
            />
          </>
        }
      >
        <div className={css['span']}>
          <SpanDay
            key={`from ${span.from}`}
            label={t('complaintReports.from')}
            value={span.from}
            onChange={(from) => show({ ...span, from })}
          />
          <SpanDay
            key={`to ${span.to}`}
            label={t('complaintReports.to')}
            value={span.to}
            wrong={problem === null ? undefined : t(`complaintReports.${problem}`)}
            onChange={(to) => show({ ...span, to })}
          />
          <FormField label={t('surveys.field.questionnaire')} className={own['which'] ?? ''}>
            <SelectInput
              value={questionnaireId}
              options={[
                ['', t('surveys.anyQuestionnaire')] as const,
                ...questionnaires.map(({ id, name }) => [id, name] as const),
              ]}
              onChange={(questionnaire) => show(span, questionnaire)}
            />
          </FormField>
          <p className={css['basis']}>{t('surveys.figures.basis')}</p>
        </div>
      </Panel>
      {problem !== null ? null : data ? (
        <Report figures={data} span={span} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </div>
  );
};

export default FiguresScreen;

const Report = ({ figures, span }: { readonly figures: SurveyFigures; readonly span: DaySpan }) => {
  const { t } = useTranslation();
  const go = useGo();
  const store = useStoreSettings()?.store.name ?? '';
  if (figures.responses === 0) {
    return (
      <Panel>
        <EmptyState
          icon={<ChartIcon size={32} />}
          title={t('surveys.figures.empty.title')}
          actions={<ActionButton type="primary" label={t('surveys.figures.empty.go')} onClick={() => go('/surveys')} />}
        >
          {t('surveys.figures.empty.text')}
        </EmptyState>
      </Panel>
    );
  }
  const { months, targets, byChannel, byAdviser } = figures;
  return (
    <>
      <p className="report-printed">
        {t('surveys.figures.printed', { store, ...span })}
        <br />
        {t('surveys.figures.basis')}
      </p>
      <dl className={`${css['figures']} ${own['figures']}`} aria-label={t('complaintReports.figures')}>
        {figuresOf(figures, t).map(({ name, value, beside, reached, how }) => (
          <div key={name} className={css['figure']}>
            <dt className={own['name']}>
              {t(`surveys.figures.name.${name}`)}
              {reached !== null && (
                <Chip tone={reached ? 'green' : 'red'}>
                  {t(reached ? 'surveys.figures.reached' : 'surveys.figures.missed')}
                </Chip>
              )}
            </dt>
            <dd className={`${css['value']} ${own['value']}`} data-reached={reached ?? 'none'}>
              {value}
              {beside !== null && <span className={css['beside']}>{beside}</span>}
            </dd>
            <dd className={css['how']}>{how}</dd>
          </div>
        ))}
      </dl>
      <div className={css['twoPanels']}>
        <NpsPanel months={months} targets={targets} />
        <SatisfactionPanel months={months} targets={targets} />
        <BreakdownPanel
          title={t('surveys.figures.byChannel')}
          head={t('surveys.field.channel')}
          rows={byChannel.map(({ channel, ...row }) => ({ name: t(`surveys.channel.${channel}`), ...row }))}
        />
        <BreakdownPanel
          title={t('surveys.figures.byAdviser')}
          head={t('surveys.field.adviser')}
          none={t('surveys.figures.noAdviser')}
          rows={byAdviser.map(({ adviser, ...row }) => ({ name: adviser, ...row }))}
        />
      </div>
      <QuestionsPanel questions={figures.questions} />
    </>
  );
};
