import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { daysAgo, daysBetween, plate } from '../../lib/formats.ts';
import { notify } from '../../lib/notices.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { useToday } from '../../lib/store.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ChipGroup } from '../../ui/ChipGroup.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { CheckIcon, EditIcon, WarningIcon } from '../../ui/icons.tsx';
import { type ListColumn, ListTable, MoreRows } from '../../ui/ListTable.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { RecallForm } from './RecallForm.tsx';
import type { Recall, RecallVehicle } from './recallDraft.ts';
import css from './recalls.module.css';

const shows = ['open', 'done', 'notOurs', 'all'] as const;

/** One campaign with its vehicles, those longest away from the workshop first. */
export const RecallDetail = ({ recall, mayFile }: { readonly recall: Recall; readonly mayFile: boolean }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const today = useToday();
  const [show, setShow] = useState<(typeof shows)[number]>('open');
  const [editing, setEditing] = useState(false);
  const list = useInfiniteQuery(
    orpc.recalls.vehicles.infiniteOptions({
      input: (cursor: string | undefined) => ({ id: recall.id, show, limit: 100, ...(cursor ? { cursor } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next,
    }),
  );
  const refresh = () => client.invalidateQueries({ queryKey: orpc.recalls.key() });
  const mark = useMutation({
    mutationFn: (row: RecallVehicle) =>
      row.state === 'open'
        ? api.recalls.done({ id: row.id, version: row.version, day: today, requestId: newRequestId() })
        : api.recalls.reopen({ id: row.id, version: row.version, requestId: newRequestId() }),
    onSuccess: (_done, row) =>
      void notifyUndoable(t(row.state === 'open' ? 'recalls.doneSaid' : 'recalls.reopened', { vin: nameOf(row) }), t),
    onError: (error) => notify(errorText(error, t), { tone: 'amber' }),
    onSettled: refresh,
  });
  const columns: readonly ListColumn[] = [
    { key: 'vin', label: t('recalls.column.vin'), width: '176px' },
    { key: 'vehicle', label: t('recalls.column.vehicle') },
    { key: 'customer', label: t('recalls.column.customer') },
    { key: 'lastVisit', label: t('recalls.column.lastVisit') },
    { key: 'state', label: t('recalls.column.state'), width: '230px' },
  ];
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Panel
      flush
      scrolls
      title={recall.title}
      aside={
        <ChipGroup label={t('recalls.show')}>
          {shows.map((one) => (
            <Chip key={one} pressed={one === show} onPress={() => setShow(one)}>
              {t(`recalls.vehicles.${one}`)}
            </Chip>
          ))}
        </ChipGroup>
      }
      actions={
        mayFile && (
          <Button icon={<EditIcon size={15} />} onClick={() => setEditing(true)}>
            {t('recalls.edit')}
          </Button>
        )
      }
    >
      {recall.description && <p className={css['description']}>{recall.description}</p>}
      {list.error ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <Loading />
      ) : rows.length === 0 ? (
        <p className={css['none']}>{t(`recalls.noVehicles.${show}`)}</p>
      ) : (
        <ListTable columns={columns}>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className={css['mono']}>{row.vin}</td>
              <td>
                {row.vehicleId === null ? (
                  <span className="quiet">{t('recalls.notOurs')}</span>
                ) : (
                  <>
                    {row.plate && plate(row.plate)} <span className="quiet">{row.series}</span>
                  </>
                )}
              </td>
              <td>
                {row.customerId && (
                  <Link to="/customers/$id" params={{ id: row.customerId }}>
                    {row.customerName}
                  </Link>
                )}{' '}
                <span className="quiet small">{row.phoneMasked}</span>
              </td>
              <td>
                {row.lastVisitDay ? daysAgo(daysBetween(row.lastVisitDay, today)) : <span className="quiet">—</span>}
              </td>
              <td>
                <span className={css['state']}>
                  {row.state === 'open' ? (
                    <Chip tone="red" icon={<WarningIcon size={13} />}>
                      {t('recalls.stateOpen')}
                    </Chip>
                  ) : (
                    <Chip tone="green" icon={<CheckIcon size={13} />}>
                      {t('recalls.doneOn', { day: row.doneDay ?? '' })}
                    </Chip>
                  )}
                  <Button size="small" onClick={() => mark.mutate(row)}>
                    {t(row.state === 'open' ? 'recalls.markDone' : 'recalls.markOpen')}
                  </Button>
                </span>
              </td>
            </tr>
          ))}
        </ListTable>
      )}
      {list.hasNextPage && <MoreRows busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />}
      {editing && <RecallForm recall={recall} onClose={() => setEditing(false)} />}
    </Panel>
  );
};

const nameOf = (row: RecallVehicle): string => (row.plate ? plate(row.plate) : row.vin);
