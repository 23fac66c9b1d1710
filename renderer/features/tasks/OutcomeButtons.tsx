import { useTranslation } from 'react-i18next';
import { ControlGroup } from '../../ui/ControlGroup.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { outcomeKeys, outcomes } from './outcomes.ts';
import type { Outcome } from './shapes.ts';
import css from './tasks.module.css';

/** Twelve outcomes, each with its key. */
export const OutcomeButtons = ({
  value,
  onChoose,
}: {
  readonly value: Outcome | '';
  readonly onChoose: (outcome: Outcome) => void;
}) => {
  const { t } = useTranslation();
  return (
    <ControlGroup label={t('tasks.outcomes')} className={css['outcomes']}>
      {outcomes.map((outcome) => (
        <button
          key={outcome}
          type="button"
          className={css['outcome']}
          aria-pressed={outcome === value}
          aria-keyshortcuts={outcomeKeys[outcome]}
          onClick={() => onChoose(outcome)}
        >
          <span>{t(`tasks.outcome.${outcome}`)}</span>
          <KeyHint keys={outcomeKeys[outcome]} />
        </button>
      ))}
    </ControlGroup>
  );
};
