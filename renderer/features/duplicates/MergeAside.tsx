import { useTranslation } from 'react-i18next';
import { number } from '../../lib/formats.ts';
import { Panel } from '../../ui/Panel.tsx';
import type { CustomerPage } from '../customer/shapes.ts';
import { countWords } from './countWords.ts';
import css from './duplicates.module.css';
import type { Comparison } from './shapes.ts';

export interface MergeAsideProps {
  readonly comparison: Comparison;
  readonly keep: CustomerPage;
  readonly drop: CustomerPage;
}

/** What will move, counted before anything is done, and what is joined without asking. */
export const MergeAside = ({ comparison, keep, drop }: MergeAsideProps) => {
  const { t } = useTranslation();
  const counted = countWords(comparison.moves, t);
  const tags = [...new Set([...keep.customer.tags, ...drop.customer.tags])];
  return (
    <div className={css['mergeAside']}>
      <Panel title={t('duplicates.merge.moves', { name: comparison.drop.name })}>
        {counted.length === 0 ? (
          <p className="quiet">{t('duplicates.merge.nothingMoves')}</p>
        ) : (
          <ul className={css['moves']}>
            {counted.map(({ word, count }) => (
              <li key={word}>
                <span>{word}</span>
                <strong>{number(count)}</strong>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title={t('duplicates.merge.joined')}>
        <ul className={css['notes']}>
          <li>{t('duplicates.merge.phonesJoined')}</li>
          <li>
            {tags.length > 0
              ? t('duplicates.merge.tagsJoined', { tags: tags.join(t('customer.listSeparator')) })
              : t('duplicates.merge.tagsNone')}
          </li>
          <li>{t('duplicates.merge.refusals')}</li>
          <li>{t('duplicates.merge.later')}</li>
        </ul>
      </Panel>
    </div>
  );
};
