import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../lib/errors.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { useGo, useQueryValue } from '../../lib/place.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { ChipGroup } from '../../ui/ChipGroup.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ChartIcon } from '../../ui/icons.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { pointsRulesForm, readPointsRules } from '../settings/pointsRulesForm.ts';
import { RuleAbsent } from '../settings/RuleAbsent.tsx';
import { useRule } from '../settings/useRule.ts';
import css from './pointsReports.module.css';
import { RulesBeside } from './RulesBeside.tsx';
import { SandboxOutcome } from './SandboxOutcome.tsx';
import { useSandbox } from './useSandbox.ts';

const spans = [3, 6, 12, 24] as const;
const rules = '/settings/pointsRules';

/** 规则沙盘: what the last months would have given under the rule that is being typed in 积分规则; nothing is saved here. */
const SandboxScreen = () => {
  const { t } = useTranslation();
  const go = useGo();
  const { rule, absent } = useRule({ key: 'pointsRules', formOf: pointsRulesForm, read: readPointsRules });
  const [months, setMonths] = useState<number>(12);
  const { state, run, cancel } = useSandbox();
  const running = state.state === 'running';
  const value = rule?.value ?? null;
  const start = (): void => {
    if (value !== null && !running) run({ rules: value, months });
  };
  const adopt = (): void => go(rules);
  // asked for where it was opened from: the rule is there a moment later
  const wanted = useQueryValue('run') !== null;
  const begun = useRef(false);
  useEffect(() => {
    if (!wanted || begun.current || value === null) return;
    begun.current = true;
    run({ rules: value, months });
  }, [wanted, value, months, run]);
  useScreenDeeds({ 'sandbox.run': start, 'sandbox.adopt': adopt });
  useHotkeys({ Escape: cancel }, { enabled: running });
  if (!rule) return <RuleAbsent {...absent} />;
  const stale = state.state === 'done' && JSON.stringify(state.trial) !== JSON.stringify({ rules: value, months });
  return (
    <div className={css['report']}>
      <Panel
        title={t('pointsReports.sandbox.title')}
        aside={
          <ChipGroup label={t('pointsReports.sandbox.months')}>
            <span className="quiet small">{t('pointsReports.sandbox.months')}</span>
            {spans.map((n) => (
              <Chip key={n} pressed={n === months} onPress={() => setMonths(n)}>
                {t('pointsReports.sandbox.monthsOf', { n })}
              </Chip>
            ))}
          </ChipGroup>
        }
        actions={
          <>
            <ActionButton
              label={t(rule.touched ? 'pointsReports.sandbox.adopt' : 'pointsReports.sandbox.toRules')}
              keys="A"
              onClick={adopt}
            />
            <ActionButton
              type="primary"
              label={t(state.state === 'done' ? 'pointsReports.sandbox.runAgain' : 'pointsReports.sandbox.run')}
              keys="R"
              disabled={value === null || running}
              onClick={start}
            />
          </>
        }
      >
        {value === null && <p className={css['debt']}>{t('pointsReports.sandbox.wrong')}</p>}
        {value !== null && !rule.changed && <p className="quiet">{t('pointsReports.sandbox.noDraft')}</p>}
        <RulesBeside rule={rule} />
        {rule.touched && <p className="quiet small">{t('pointsReports.sandbox.adoptText')}</p>}
      </Panel>
      {state.state === 'running' && (
        <Panel>
          <div className="empty-state" role="status">
            <span className="spin" />
            <strong>{t('pointsReports.sandbox.running', { n: state.trial.months })}</strong>
            <span>{t('pointsReports.sandbox.elapsed', { n: state.seconds })}</span>
            <ActionButton label={t('pointsReports.sandbox.cancel')} keys="Esc" onClick={cancel} />
          </div>
        </Panel>
      )}
      {state.state === 'cancelled' && (
        <Panel>
          <p role="status">{t('pointsReports.sandbox.cancelled')}</p>
        </Panel>
      )}
      {state.state === 'failed' && (
        <Panel>
          <p className={css['debt']} role="alert">
            {errorText(state.error, t, 'read')}
          </p>
        </Panel>
      )}
      {stale && (
        <p className={css['stale']} role="status">
          {t('pointsReports.sandbox.changedSince')}
        </p>
      )}
      {state.state === 'done' &&
        (state.result.visits === 0 ? (
          <Panel>
            <EmptyState icon={<ChartIcon size={32} />} title={t('pointsReports.sandbox.empty')} />
          </Panel>
        ) : (
          <SandboxOutcome result={state.result} />
        ))}
    </div>
  );
};

export default SandboxScreen;
