import { useTranslation } from 'react-i18next';
import { cardNumber, dayOf, plate } from '../../lib/formats.ts';
import { useTimeZone } from '../../lib/store.ts';
import css from './duplicates.module.css';
import type { PairSide } from './shapes.ts';

/** 138****8000 · 京A·3K927 · 卡 8820 0417 · 最近到店 2026-11-16: enough to tell one file from the other. */
export const SideFacts = ({ side }: { readonly side: PairSide }) => {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const [first, ...others] = side.plates;
  const facts = [
    side.phones.join(' / '),
    first &&
      (others.length > 0 ? t('duplicates.side.plates', { plate: plate(first), n: side.plates.length }) : plate(first)),
    side.cardNumber && t('duplicates.side.card', { number: cardNumber(side.cardNumber) }),
    side.lastVisitDay
      ? t('duplicates.side.lastVisit', { day: side.lastVisitDay })
      : t('duplicates.side.created', { day: dayOf(side.createdAt, timeZone) }),
  ].filter((fact): fact is string => Boolean(fact));
  return (
    <span className={css['facts']}>
      {facts.map((fact, index) => (
        <span key={fact}>
          {index > 0 && ' · '}
          <span className={css['fact']}>{fact}</span>
        </span>
      ))}
    </span>
  );
};
