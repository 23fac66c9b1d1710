import { useTranslation } from 'react-i18next';
import { Chip } from '../../ui/Chip.tsx';
import { CheckIcon } from '../../ui/icons.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useMoment } from '../complaints/useMoment.ts';
import css from './deliveries.module.css';
import type { Check } from './shapes.ts';

export interface ChecklistPartProps {
  readonly checklist: readonly Check[];
  /** it ended: what was said stands */
  readonly fixed: boolean;
  readonly onCheck: (code: string, state: Check['state']) => void;
}

/** digits there are for so many */
const mostKeys = 9;

/** What a digit does to an item: done, or open again. */
export const toggled = ({ state }: Pick<Check, 'state'>): Check['state'] => (state === 'open' ? 'done' : 'open');

/** 检查项目: a digit or a click ticks; what a customer does not need is said so. */
export const ChecklistPart = ({ checklist, fixed, onCheck }: ChecklistPartProps) => {
  const { t } = useTranslation();
  const moment = useMoment();
  const done = checklist.filter(({ state }) => state !== 'open').length;
  return (
    <Panel
      flush
      title={t('deliveries.checklist')}
      aside={
        <Chip
          tone={done === checklist.length ? 'green' : 'amber'}
          {...(done === checklist.length ? { icon: <CheckIcon size={13} /> } : {})}
        >
          {t('deliveries.card.checks', { done, of: checklist.length })}
        </Chip>
      }
    >
      <ul className={css['checks']}>
        {checklist.map((one, at) => {
          const { code, name, state } = one;
          const said = one.byName !== null && one.at !== null && state !== 'open';
          return (
            <li key={code} data-state={state}>
              <label>
                <input
                  type="checkbox"
                  checked={state === 'done'}
                  disabled={fixed}
                  onChange={() => onCheck(code, state === 'done' ? 'open' : 'done')}
                />
                <span className={css['checkName']}>{name}</span>
                {!fixed && at < mostKeys && <KeyHint keys={String(at + 1)} />}
              </label>
              {said && (
                <span className="quiet small">
                  {t('deliveries.checkBy', { name: one.byName ?? '', moment: moment(one.at ?? 0) })}
                </span>
              )}
              {fixed ? (
                state === 'needless' && <Chip>{t('deliveries.checkNeedless')}</Chip>
              ) : state === 'done' ? null : (
                <button
                  type="button"
                  className={css['needless']}
                  aria-pressed={state === 'needless'}
                  aria-label={t('deliveries.needlessOf', { name })}
                  onClick={() => onCheck(code, state === 'needless' ? 'open' : 'needless')}
                >
                  {t('deliveries.checkNeedless')}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {!fixed && <p className={`quiet small ${css['checkHelp']}`}>{t('deliveries.checkHelp')}</p>}
    </Panel>
  );
};
