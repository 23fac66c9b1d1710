import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { useSettled } from '../customer/useSettled.ts';
import css from './enquiries.module.css';
import type { KeptAnswer } from './shapes.ts';

/** ms after the last key before the store is asked */
const settled = 150;
/** in sight at once; a longer list would push the answer away */
const most = 4;

export interface SuggestionsProps {
  /** what is typed of the question */
  readonly text: string;
  readonly onTake: (kept: KeptAnswer) => void;
}

/** 现成的答复: kept answers for what is typed, under the question; Tab comes here, ↑ ↓ choose, Enter takes one. */
export const Suggestions = ({ text, onTake }: SuggestionsProps) => {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const asked = useSettled(text.trim(), settled);
  const { data } = useQuery(
    orpc.enquiries.suggest.queryOptions({
      input: { text: asked, limit: most },
      enabled: asked !== '',
      placeholderData: keepPreviousData,
    }),
  );
  const rows = asked === '' ? [] : (data?.rows ?? []);
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[at + by]?.focus();
    event.preventDefault();
  };
  return (
    <section aria-label={t('enquiries.suggest.label')} aria-live="polite">
      {rows.length > 0 && (
        <div className={css['suggestions']}>
          <p className={css['suggestHead']}>
            <strong>{t('enquiries.suggest.label')}</strong>
            <span>{t('enquiries.suggest.hint')}</span>
          </p>
          <ul ref={list}>
            {rows.map((row) => (
              <li key={row.id}>
                <button
                  type="button"
                  className={css['suggestion']}
                  aria-label={t('enquiries.suggest.take', { question: row.question })}
                  onKeyDown={onKeyDown}
                  onClick={() => onTake(row)}
                >
                  <span className={css['suggestQuestion']}>{row.question}</span>
                  <span className="quiet small">
                    {row.usedCount > 0 && t('enquiries.suggest.used', { n: row.usedCount })}
                  </span>
                  <span className={css['suggestAnswer']}>{row.answer}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
};
