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
import { ClockIcon, PlusIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { RuleLine } from './RuleLine.tsx';
import css from './taskRules.module.css';

/** The forms come after the list, in a quiet moment. */
const loadPanels = () => import('./RulePanels.tsx');
const RulePanels = lazy(loadPanels);

const path = '/settings/taskRules';

/** The rules in their order, each with a switch; one of them, or a new one, is open beside them: `?rule=`. */
export const RulesPart = () => {
  const { t } = useTranslation();
  const go = useGo();
  const may = useMay()(managers);
  const shown = useQueryValue('rule');
  const { data, error, refetch } = useQuery(orpc.taskRules.list.queryOptions({ input: {} }));
  const open = (rule: string | null): void => go(rule ? `${path}?rule=${rule}` : path, { replace: true });
  useHotkeys({ B: () => open('new') }, { enabled: may });
  useEffect(() => {
    const timer = setTimeout(() => void loadPanels(), 200);
    return () => clearTimeout(timer);
  }, []);
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />;
  const { rows } = data;
  const add = may && (
    <ActionButton
      type="primary"
      icon={<PlusIcon size={16} />}
      label={t('taskRules.add')}
      keys="B"
      onClick={() => open('new')}
    />
  );
  const rule = rows.find(({ id }) => id === shown);
  return (
    <>
      <Panel
        flush
        title={t('settings.section.taskRules')}
        aside={
          <span className="quiet">
            {t('taskRules.count', { count: rows.length, active: rows.filter(({ active }) => active).length })}
          </span>
        }
        {...(add ? { actions: add } : {})}
      >
        <p className={`quiet ${css['intro']}`}>{t('taskRules.text')}</p>
        {!may && <p className={`quiet small ${css['intro']}`}>{t('rules.managersOnly')}</p>}
        {rows.length === 0 ? (
          <EmptyState icon={<ClockIcon size={32} />} title={t('taskRules.empty')}>
            {t('taskRules.emptyText')}
          </EmptyState>
        ) : (
          <ul className={css['rows']} aria-label={t('taskRules.list')}>
            {rows.map((row) => (
              <RuleLine key={row.id} rule={row} may={may} onOpen={() => open(row.id)} />
            ))}
          </ul>
        )}
      </Panel>
      <Suspense>
        {(rule || (shown === 'new' && may)) && (
          <RulePanels key={rule?.id ?? 'new'} rule={rule ?? null} may={may} onClose={() => open(null)} />
        )}
      </Suspense>
    </>
  );
};
