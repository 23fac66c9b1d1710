import { useTranslation } from 'react-i18next';
import { number } from '../../lib/formats.ts';
import { Chip } from '../../ui/Chip.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import css from './counter.module.css';
import { refusalWords, worthWords } from './rewardWords.ts';
import type { Offered } from './shapes.ts';

export interface RewardTileProps {
  readonly row: Offered;
  /** the key that chooses it */
  readonly digit: number | null;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** One reward to choose; one that cannot be taken stays in its place and says why. */
export const RewardTile = ({ row, digit, chosen, onChoose }: RewardTileProps) => {
  const { t } = useTranslation();
  const { reward, canTake, refusal } = row;
  const closed = canTake === 0;
  const about = [t(`rewards.kind.${reward.kind}`), worthWords(reward, t), reward.partner ?? reward.cause]
    .filter(Boolean)
    .join(' · ');
  return (
    <label className={closed ? `${css['tile']} ${css['closed']}` : css['tile']}>
      <input
        type="radio"
        name="reward"
        value={reward.id}
        checked={chosen}
        disabled={closed}
        {...(digit === null ? {} : { 'aria-keyshortcuts': String(digit) })}
        onChange={onChoose}
      />
      <span className={css['tileHead']}>
        {digit !== null && <KeyHint keys={String(digit)} />}
        <strong>{reward.name}</strong>
      </span>
      <span className="quiet small">{about}</span>
      <span className={css['tileFoot']}>
        <span className={css['price']}>{t('rewards.points', { n: number(reward.points) })}</span>
        {closed ? (
          <Chip tone="amber">{refusalWords(refusal ?? '', t)}</Chip>
        ) : (
          <span className="quiet small">
            {t('rewards.counter.canTake', { n: number(canTake ?? 0) })}
            {reward.left !== null && ` · ${t('rewards.counter.left', { n: number(reward.left) })}`}
          </span>
        )}
      </span>
    </label>
  );
};
