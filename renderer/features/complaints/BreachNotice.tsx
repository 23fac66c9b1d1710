import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { WarningIcon } from '../../ui/icons.tsx';
import { countedFace } from './clockWords.ts';
import { deedKeys, deedLabel } from './deeds.ts';
import css from './detail.module.css';
import type { ComplaintPage } from './shapes.ts';
import { limitWords, spanWords } from './spanWords.ts';

/** A term has run out and nobody has said why: red until there is a reason and a manager's name. */
export const BreachNotice = ({ page, onExplain }: { readonly page: ComplaintPage; readonly onExplain: () => void }) => {
  const { t } = useTranslation();
  const late = page.clocks.filter((clock) => clock.reasonMissing);
  if (late.length === 0) return null;
  return (
    <div className={css['breach']} role="alert">
      <WarningIcon size={20} />
      <div>
        {late.map((clock) => {
          const face = countedFace(clock);
          return (
            <p key={clock.clock}>
              <strong>
                {t(`complaints.breach.late.${clock.clock}`, {
                  limit: limitWords(face.limitMs, t),
                  span: spanWords(face.leftMs, t, { days: face.face === 'natural' }),
                })}
              </strong>{' '}
              {clock.escalatedTo && t('complaints.clock.escalated', { name: clock.escalatedTo })}
            </p>
          );
        })}
        <p className="small">{t('complaints.breach.asks')}</p>
      </div>
      <ActionButton danger label={t(deedLabel('explain'))} keys={deedKeys.explain} onClick={onExplain} />
    </div>
  );
};
