import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { useGo, useQueryValue } from '../../lib/place.ts';
import { managers } from '../../lib/roles.ts';
import { useMay } from '../../lib/session.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { FaceIcon, PlusIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Panel } from '../../ui/Panel.tsx';
import css from '../taskRules/taskRules.module.css';
import { QuestionnaireLine } from './QuestionnaireLine.tsx';

/** The form comes after the list, in a quiet moment. */
const loadPanel = () => import('./QuestionnairePanel.tsx');
const QuestionnairePanel = lazy(loadPanel);

const path = '/settings/questionnaires';

/** The questionnaires in their order, each with a switch; one of them, or a new one, is open beside them: `?questionnaire=`. */
export const QuestionnairesPart = () => {
  const { t } = useTranslation();
  const go = useGo();
  const may = useMay()(managers);
  const shown = useQueryValue('questionnaire');
  const { data, error, refetch } = useQuery(orpc.questionnaires.list.queryOptions({ input: {} }));
  const open = (one: string | null): void => go(one ? `${path}?questionnaire=${one}` : path, { replace: true });
  useHotkeys({ B: () => open('new') }, { enabled: may });
  useEffect(() => {
    const timer = setTimeout(() => void loadPanel(), 200);
    return () => clearTimeout(timer);
  }, []);
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />;
  const { rows } = data;
  const add = may && (
    <ActionButton
      type="primary"
      icon={<PlusIcon size={16} />}
      label={t('questionnaires.add')}
      keys="B"
      onClick={() => open('new')}
    />
  );
  const one = rows.find(({ id }) => id === shown);
  return (
    <>
      <Panel
        flush
        title={t('settings.section.questionnaires')}
        aside={
          <span className="quiet">
            {t('questionnaires.count', { count: rows.length, active: rows.filter(({ active }) => active).length })}
          </span>
        }
        {...(add ? { actions: add } : {})}
      >
        <p className={`quiet ${css['intro']}`}>{t('questionnaires.text')}</p>
        {!may && <p className={`quiet small ${css['intro']}`}>{t('rules.managersOnly')}</p>}
        {rows.length === 0 ? (
          <EmptyState icon={<FaceIcon size={32} />} title={t('questionnaires.empty')}>
            {t('questionnaires.emptyText')}
          </EmptyState>
        ) : (
          <ul className={css['rows']} aria-label={t('questionnaires.list')}>
            {rows.map((row) => (
              <QuestionnaireLine key={row.id} row={row} may={may} onOpen={() => open(row.id)} />
            ))}
          </ul>
        )}
      </Panel>
      <Suspense>
        {may && (one || shown === 'new') && (
          <QuestionnairePanel
            key={one ? `${one.id} ${one.version}` : 'new'}
            questionnaire={one ?? null}
            onClose={() => open(null)}
          />
        )}
      </Suspense>
    </>
  );
};
