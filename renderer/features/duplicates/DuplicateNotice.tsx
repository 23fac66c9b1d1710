import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { useGo } from '../../lib/place.ts';
import { InfoIcon } from '../../ui/icons.tsx';
import css from './duplicates.module.css';
import { NotSame } from './NotSame.tsx';
import { SideFacts } from './SideFacts.tsx';
import { comparePath, inOrder } from './shapes.ts';
import { WhyChips } from './WhyChips.tsx';

/** 可能另有一份档案 · 对比合并: a quiet line on the page of a customer who seems to have a second file. */
export const DuplicateNotice = ({ customerId }: { readonly customerId: string }) => {
  const { t } = useTranslation();
  const go = useGo();
  const [dismissing, setDismissing] = useState(false);
  const found = useQuery(orpc.duplicates.ofCustomer.queryOptions({ input: { id: customerId } })).data?.rows ?? [];
  const [pair] = found;
  if (!pair) return null;
  const other = pair.a.id === customerId ? pair.b : pair.a;
  const own = pair.a.id === customerId ? pair.a : pair.b;
  const [keep, drop] = inOrder(pair);
  return (
    <section className={css['notice']} aria-label={t('duplicates.notice.label')}>
      <div className={css['noticeLine']}>
        <InfoIcon size={16} />
        <span className={css['noticeText']}>
          {t('duplicates.notice.text')} <strong>{other.name}</strong> <SideFacts side={other} />{' '}
          <WhyChips why={pair.why.filter((one) => !one.against)} />
          {found.length > 1 && (
            <span className="quiet small"> {t('duplicates.notice.more', { n: found.length - 1 })}</span>
          )}
        </span>
        <Button size="small" onClick={() => go(comparePath(keep.id, drop.id))}>
          {t('duplicates.compare')}
        </Button>
        <Button size="small" type="text" onClick={() => setDismissing(!dismissing)}>
          {t('duplicates.notSame')}
        </Button>
      </div>
      {dismissing && (
        <NotSame
          a={own}
          b={other}
          why={pair.why}
          onClose={() => setDismissing(false)}
          onDismissed={() => setDismissing(false)}
        />
      )}
    </section>
  );
};
