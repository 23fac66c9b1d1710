import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { plate } from '../../lib/formats.ts';
import { useStoreSettings } from '../../lib/store.ts';
import css from './detail.module.css';
import type { Twin } from './shapes.ts';

export interface TwinsBoxProps {
  readonly twins: readonly Twin[];
  /** how many of the same trouble there are, the one that is looked at included */
  readonly count: number;
  /** three in sight, the rest scrolls */
  readonly few?: boolean;
}

/** 第 3 次同因: the same car, part, person or cause within the days of the setting, each a link with how it ended. */
export const TwinsBox = ({ twins, count, few = false }: TwinsBoxProps) => {
  const { t } = useTranslation();
  const days = useStoreSettings()?.values.complaintTerms.twinDays ?? 180;
  return (
    <section className={css['twins']} aria-label={t('complaints.twins.label')}>
      <p>
        <strong>{t('complaints.twins.nth', { count })}</strong>{' '}
        <span className="small">{t('complaints.twins.within', { days })}</span>
      </p>
      <ul className={few ? css['twinsList'] : undefined}>
        {twins.map((twin) => (
          <li key={twin.id} title={wordsOf(twin)}>
            <Link to="/complaints/$id" params={{ id: twin.id }}>
              {twin.number}
            </Link>{' '}
            <span className={css['same']}>{twin.same.map((one) => t(`complaints.twins.same.${one}`)).join(' ')}</span>{' '}
            {wordsOf(twin)}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** 京A·3K927 空调异响 · 更换鼓风机 */
const wordsOf = (twin: Twin): string =>
  [[twin.plate && plate(twin.plate), twin.title].filter(Boolean).join(' '), twin.result].filter(Boolean).join(' · ');
