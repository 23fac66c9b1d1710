import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { cardNumber, momentOf } from '../../lib/formats.ts';
import { useTimeZone } from '../../lib/store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PrinterIcon } from '../../ui/icons.tsx';
import { ListTable, MoreRows } from '../../ui/ListTable.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { PrintTabs } from './PrintTabs.tsx';
import css from './printing.module.css';
import { ReprintPanel } from './ReprintPanel.tsx';

/** 打印记录: who printed what, the newest first. */
const LogScreen = () => {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const [again, setAgain] = useState<string | null>(null);
  const list = useInfiniteQuery(
    orpc.printing.log.infiniteOptions({
      input: (cursor: string | undefined) => ({ limit: 100, ...(cursor ? { cursor } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next,
    }),
  );
  if (!list.data) {
    return list.error ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : <Loading />;
  }
  const rows = list.data.pages.flatMap((page) => page.rows);
  return (
    <div className={css['page']}>
      <Panel flush scrolls title={t('printing.log.title')} aside={<PrintTabs here="log" />}>
        {rows.length === 0 ? (
          <EmptyState icon={<PrinterIcon size={32} />} title={t('printing.log.empty')}>
            {t('printing.log.emptyText')}
          </EmptyState>
        ) : (
          <ListTable
            columns={[
              { key: 'at', label: t('printing.log.column.at'), width: '150px' },
              { key: 'document', label: t('printing.log.column.document'), width: '120px' },
              { key: 'what', label: t('printing.log.column.what'), width: '160px' },
              { key: 'holder', label: t('printing.log.column.holder') },
              { key: 'by', label: t('printing.log.column.by'), width: '110px' },
              { key: 'printer', label: t('printing.log.column.printer'), width: '130px' },
              { key: 'reason', label: t('printing.log.column.reason') },
              { key: 'again', label: t('printing.log.again'), width: '110px' },
            ]}
          >
            {rows.map((row) => (
              <tr key={row.id}>
                <td>{momentOf(row.at, timeZone)}</td>
                <td>{t(`printing.log.document.${row.document}`)}</td>
                <td>
                  {row.pieces !== null
                    ? t('printing.log.pieces', { count: row.pieces })
                    : row.what === row.holder
                      ? ''
                      : cardNumber(row.what)}
                </td>
                <td>{row.holder}</td>
                <td>{row.byName}</td>
                <td className="quiet">{row.printer}</td>
                <td title={row.reason ?? undefined}>{row.reason}</td>
                <td>
                  {row.cardId && (
                    <Button
                      size="small"
                      aria-label={t('printing.log.againLabel', { number: row.what })}
                      onClick={() => setAgain(row.cardId)}
                    >
                      {t('printing.log.again')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </ListTable>
        )}
        {list.hasNextPage && <MoreRows busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />}
      </Panel>
      {again && <ReprintPanel key={again} cardId={again} onClose={() => setAgain(null)} />}
    </div>
  );
};

export default LogScreen;
