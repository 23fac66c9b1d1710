import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { deedKeys } from './deeds.ts';
import css from './detail.module.css';
import { PromiseLine } from './PromiseLine.tsx';
import type { Promised } from './shapes.ts';

export interface PromisesPartProps {
  readonly promises: readonly Promised[];
  /** left out once it is closed */
  readonly onAdd: (() => void) | undefined;
  readonly onMove: (promise: Promised) => void;
}

/** 承诺: what we said we would do, with who and till when. */
export const PromisesPart = ({ promises, onAdd, onMove }: PromisesPartProps) => {
  const { t } = useTranslation();
  return (
    <Panel
      flush
      className={css['part'] ?? ''}
      title={t('complaints.promise.title')}
      {...(onAdd
        ? {
            actions: (
              <ActionButton size="small" label={t('complaints.promise.add')} keys={deedKeys.promise} onClick={onAdd} />
            ),
          }
        : {})}
    >
      {promises.length === 0 ? (
        <p className={css['partNone']}>{t('complaints.promise.none')}</p>
      ) : (
        <ul>
          {promises.map((promise) => (
            <PromiseLine key={promise.id} promise={promise} onMove={() => onMove(promise)} />
          ))}
        </ul>
      )}
    </Panel>
  );
};
