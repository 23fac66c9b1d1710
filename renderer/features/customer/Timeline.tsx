import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '../../lib/formats.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Panel } from '../../ui/Panel.tsx';
import css from './customer.module.css';
import type { CustomerPage, TimelineKind } from './shapes.ts';
import { TimelinePart } from './TimelinePart.tsx';

const kinds: readonly TimelineKind[] = [
  'visit',
  'complaint',
  'promise',
  'enquiry',
  'contact',
  'survey',
  'club',
  'note',
  'consent',
  'delivery',
  'change',
];
/** where the first part begins */
const newest = '';

/** 往来: everything between this customer and the store, newest first, by kind where one looks for one thing. */
export const Timeline = ({ page }: { readonly page: CustomerPage }) => {
  const { t } = useTranslation();
  const [kind, setKind] = useState<TimelineKind | null>(null);
  const [parts, setParts] = useState<readonly string[]>([newest]);
  const show = (next: TimelineKind | null): void => {
    setKind(next);
    setParts([newest]);
  };
  const counts = page.counts;
  const countOf = (one: TimelineKind): number =>
    one === 'delivery' ? page.vehicles.filter((vehicle) => vehicle.deliveryDay !== null).length : counts[one];

  return (
    <Panel
      flush
      className={css['timeline'] ?? ''}
      title={t('customer.timeline.title')}
      aside={
        <fieldset className={css['timelineHead']} aria-label={t('customer.timeline.filters')}>
          <Chip pressed={kind === null} onPress={() => show(null)}>
            {t('customer.timeline.all')}
          </Chip>
          {kinds
            .filter((one) => countOf(one) > 0 || one === kind)
            .map((one) => (
              <Chip key={one} pressed={kind === one} onPress={() => show(kind === one ? null : one)}>
                {t('customer.timeline.count', { kind: t(`customer.timeline.kind.${one}`), n: number(countOf(one)) })}
              </Chip>
            ))}
        </fieldset>
      }
    >
      {parts.map((cursor, index) => (
        <TimelinePart
          key={`${kind} ${cursor}`}
          customerId={page.customer.id}
          kind={kind}
          cursor={cursor}
          onMore={index === parts.length - 1 ? (next) => setParts([...parts, next]) : undefined}
        />
      ))}
    </Panel>
  );
};
