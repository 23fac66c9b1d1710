import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answer, type api, orpc } from '../../lib/api.ts';
import { cardNumber, momentOf } from '../../lib/formats.ts';
import { notify } from '../../lib/notices.ts';
import { useGo, useQueryValue } from '../../lib/place.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { useTimeZone } from '../../lib/store.ts';
import { usePrint } from '../../lib/usePrint.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { CardIcon, PrinterIcon } from '../../ui/icons.tsx';
import { ListTable } from '../../ui/ListTable.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { CardPrinterChoice } from './CardPrinterChoice.tsx';
import { PrintProgress } from './PrintProgress.tsx';
import { PrintTabs } from './PrintTabs.tsx';
import css from './printing.module.css';
import { ReprintPanel } from './ReprintPanel.tsx';

type Waiting = Answer<typeof api.printing.queue>['rows'][number];

/** of one print job, as the contract has it */
const mostAtOnce = 200;

/** 待打印: cards that were issued and not printed, all chosen to begin with. `?card=ID` opens one card, whether it waits or not. */
const QueueScreen = () => {
  const { t } = useTranslation();
  const go = useGo();
  const timeZone = useTimeZone();
  const cardId = useQueryValue('card');
  const { data, error, refetch } = useQuery(orpc.printing.queue.queryOptions({ input: {} }));
  const { print, cancel, progress } = usePrint();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = (data?.rows ?? []).filter((row) => !left.has(row.cardId)).slice(0, mostAtOnce);

  const start = async (): Promise<void> => {
    if (chosen.length === 0 || progress) return;
    const count = chosen.length;
    await print(
      { document: 'card', cardIds: chosen.map((row) => row.cardId) },
      { handedOver: t('printing.queue.done', { count }) },
    );
    void refetch();
  };
  useScreenDeeds({
    'printing.print': () => (chosen.length === 0 ? notify(t('printing.queue.empty')) : void start()),
  });

  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />;
  const toggle = ({ cardId: id }: Waiting): void => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  const all = data.rows.every((row) => !left.has(row.cardId));
  return (
    <div className={css['page']}>
      <Panel
        flush
        scrolls
        title={t('printing.queue.title')}
        aside={<PrintTabs here="queue" />}
        actions={
          data.rows.length > 0 && (
            <>
              <CardPrinterChoice />
              <ActionButton
                type="primary"
                icon={<PrinterIcon size={16} />}
                label={t('printing.queue.print', { count: chosen.length })}
                keys="Ctrl+P"
                disabled={chosen.length === 0 || progress !== null}
                onClick={() => void start()}
              />
            </>
          )
        }
      >
        <PrintProgress progress={progress} cancel={cancel} />
        {data.rows.length === 0 ? (
          <EmptyState icon={<CardIcon size={32} />} title={t('printing.queue.empty')}>
            {t('printing.queue.emptyText')}
          </EmptyState>
        ) : (
          <>
            <div className={css['bar']}>
              <label className={css['check']}>
                <input
                  type="checkbox"
                  checked={all}
                  onChange={() => setLeft(all ? new Set(data.rows.map((row) => row.cardId)) : new Set())}
                />
                {t('printing.queue.all')}
              </label>
              <span className="quiet">{t('printing.queue.waiting', { count: data.count })}</span>
              {data.count > mostAtOnce && <span className="quiet">{t('printing.queue.mostAtOnce')}</span>}
            </div>
            <ListTable
              columns={[
                { key: 'number', label: t('printing.queue.column.number'), width: '230px' },
                { key: 'holder', label: t('printing.queue.column.holder') },
                { key: 'tier', label: t('printing.queue.column.tier'), width: '160px' },
                { key: 'role', label: t('printing.queue.column.role'), width: '160px' },
                { key: 'issued', label: t('printing.queue.column.issued'), width: '180px' },
              ]}
            >
              {data.rows.map((row) => (
                <tr key={row.cardId}>
                  <td>
                    <label className={css['check']}>
                      <input
                        type="checkbox"
                        aria-label={t('printing.queue.choose', { number: row.number })}
                        checked={!left.has(row.cardId)}
                        onChange={() => toggle(row)}
                      />
                      {cardNumber(row.number)}
                    </label>
                  </td>
                  <td>{row.holder}</td>
                  <td>{row.tierName}</td>
                  <td>{t(row.role === 'main' ? 'printing.queue.role.main' : 'printing.queue.role.supplementary')}</td>
                  <td className="quiet">{momentOf(row.issuedAt, timeZone)}</td>
                </tr>
              ))}
            </ListTable>
          </>
        )}
      </Panel>
      {cardId && <ReprintPanel key={cardId} cardId={cardId} onClose={() => go('/printing/queue', { replace: true })} />}
    </div>
  );
};

export default QueueScreen;
