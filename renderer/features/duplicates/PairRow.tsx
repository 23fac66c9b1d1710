import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/place.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { CompanyIcon } from '../../ui/icons.tsx';
import css from './duplicates.module.css';
import { NotSame } from './NotSame.tsx';
import { SideFacts } from './SideFacts.tsx';
import { comparePath, type DuplicatePair, inOrder, type PairSide } from './shapes.ts';
import { WhyChips } from './WhyChips.tsx';

/** From here on hardly anybody doubts it. */
const sure = 80;

export interface PairRowProps {
  readonly pair: DuplicatePair;
  readonly onDismissed: () => void;
}

/** Two files that may be one customer. The row is reached by ↑ and ↓; Enter compares, D says that they are two. */
export const PairRow = ({ pair, onDismissed }: PairRowProps) => {
  const { t } = useTranslation();
  const go = useGo();
  const [dismissing, setDismissing] = useState(false);
  const [keep, drop] = inOrder(pair);
  return (
    <li className={css['pair']} aria-label={t('duplicates.pair', { a: keep.name, b: drop.name })}>
      <div className={css['sides']}>
        <Side side={keep} />
        <Side side={drop} />
      </div>
      <div className={css['because']}>
        <Chip tone={pair.score >= sure ? 'brand' : 'plain'}>
          {t(pair.score >= sure ? 'duplicates.sure' : 'duplicates.maybe')}
        </Chip>
        <WhyChips why={pair.why} />
      </div>
      {dismissing ? (
        <NotSame
          a={keep}
          b={drop}
          why={pair.why}
          onClose={() => setDismissing(false)}
          onDismissed={() => {
            setDismissing(false);
            onDismissed();
          }}
        />
      ) : (
        <div className={css['pairActions']}>
          <ActionButton
            data-pair
            label={t('duplicates.compare')}
            keys="Enter"
            onClick={() => go(comparePath(keep.id, drop.id))}
          />
          <ActionButton data-not-same label={t('duplicates.notSame')} keys="D" onClick={() => setDismissing(true)} />
        </div>
      )}
    </li>
  );
};

const Side = ({ side }: { readonly side: PairSide }) => (
  <div className={css['side']}>
    <Link to={`/customers/${side.id}`} className={css['name'] ?? ''}>
      {side.name}
    </Link>
    {side.kind === 'company' && <CompanyIcon size={14} />} <SideFacts side={side} />
  </div>
);
