import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchHit } from '../../../db/contract/customerViews.ts';
import { CardIcon } from '../../ui/icons.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { CustomerFinder } from '../customer/CustomerFinder.tsx';
import css from './counter.module.css';

export interface ScanFieldProps {
  readonly ref: Ref<HTMLDivElement>;
  /** changes with what lies on the counter: the field is empty then */
  readonly turn: number;
  readonly onCode: (text: string) => void;
  readonly onNobodysCard: (id: string, name: string) => void;
}

const bare = (text: string): string => text.replace(/[\s-]/g, '').toUpperCase();

/** As many digits as a card or a voucher has: meant as it was typed, though somebody's newer card was found by it. */
const isNumber = (text: string): boolean => /^V?\d{11,12}$/.test(bare(text)) && !/^1\d{10}$/.test(bare(text));

/** The counter's one field: a scanner's text never reaches it, a person finds by card, code, phone or name. */
export const ScanField = ({ ref, turn, onCode, onNobodysCard }: ScanFieldProps) => {
  const { t } = useTranslation();
  const choose = (hit: SearchHit, typed: string): void => {
    if (isNumber(typed)) onCode(typed);
    else if (hit.cardNumber) onCode(hit.cardNumber);
    else onNobodysCard(hit.id, hit.name);
  };
  return (
    <div ref={ref} className={css['scan']}>
      <label htmlFor="counter-scan">
        <CardIcon size={24} />
        {t('rewards.counter.scan')}
      </label>
      <div className={css['scanBox']}>
        <CustomerFinder
          key={turn}
          id="counter-scan"
          label={t('rewards.counter.scan')}
          placeholder={t('rewards.counter.scanHint')}
          onHit={choose}
          onNobody={onCode}
          nobody={t('rewards.counter.look')}
        />
      </div>
      <KeyHint keys="Esc" />
    </div>
  );
};
