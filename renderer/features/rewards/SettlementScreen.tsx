import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import type { DaySpan } from '../../lib/daySpan.ts';
import { saveBlob } from '../../lib/download.ts';
import { momentOf, money, number } from '../../lib/formats.ts';
import { notify } from '../../lib/notices.ts';
import { useGo, useQueryValue } from '../../lib/place.ts';
import { useTimeZone, useToday } from '../../lib/store.ts';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ChevronDownIcon, ChevronRightIcon, ExportIcon, StoreIcon } from '../../ui/icons.tsx';
import { ListScreen } from '../../ui/ListScreen.tsx';
import { ListTable } from '../../ui/ListTable.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { DayInput } from '../customer/DayInput.tsx';
import { dayOrNull } from '../customer/typedDay.ts';
import { lastMonth, thisMonth } from './monthSpan.ts';
import { RewardViews } from './RewardViews.tsx';
import css from './settlement.module.css';
import { settlementCsv } from './settlementCsv.ts';
import type { Settlement } from './shapes.ts';

/** 合作商家结算: partner vouchers that were used, what the store owes for them, by partner. */
const SettlementScreen = () => {
  const { t } = useTranslation();
  const go = useGo();
  const today = useToday();
  const timeZone = useTimeZone();
  const standard = thisMonth(today);
  const fromDay = useQueryValue('from') ?? standard.fromDay;
  const toDay = useQueryValue('to') ?? standard.toDay;
  const [typed, setTyped] = useState<DaySpan>({ fromDay, toDay });
  const valid = fromDay <= toDay;
  const { data, error, refetch } = useQuery({
    ...orpc.rewards.settlement.queryOptions({ input: { fromDay, toDay } }),
    enabled: valid,
  });
  const ask = (span: DaySpan): void =>
    go(`/rewards/settlement?from=${span.fromDay}&to=${span.toDay}`, { replace: true });
  const show = (span: DaySpan): void => {
    setTyped(span);
    ask(span);
  };
  const type = (change: Partial<DaySpan>): void => {
    const next = { ...typed, ...change };
    setTyped(next);
    const [first, last] = [dayOrNull(next.fromDay), dayOrNull(next.toDay)];
    if (first !== null && last !== null && first <= last) ask({ fromDay: first, toDay: last });
  };
  const partners = data?.partners ?? [];
  const count = partners.reduce((sum, one) => sum + one.count, 0);
  const amount = partners.reduce((sum, one) => sum + one.settleFen, 0);
  const save = (): void => {
    const header = [
      t('rewards.settlement.column.partner'),
      t('rewards.settlement.detail.code'),
      t('rewards.settlement.detail.name'),
      t('rewards.settlement.detail.customer'),
      t('rewards.settlement.detail.used'),
      t('rewards.settlement.detail.by'),
      t('rewards.settlement.column.amount'),
    ];
    const text = settlementCsv(partners, header, timeZone);
    saveBlob(
      new Blob([text], { type: 'text/csv;charset=utf-8' }),
      `${t('rewards.settlement.fileName', { from: fromDay, to: toDay })}.csv`,
    );
    notify(t('rewards.settlement.exported', { count }), { tone: 'green' });
  };
  const spans = [
    ['thisMonth', standard],
    ['lastMonth', lastMonth(today)],
  ] as const;
  return (
    <ListScreen
      title={t('rewards.catalogue.title')}
      chipsLabel={t('rewards.catalogue.views')}
      chips={<RewardViews shown="settlement" />}
      actions={
        count > 0 && (
          <Button icon={<ExportIcon size={15} />} onClick={save}>
            {t('rewards.settlement.export')}
          </Button>
        )
      }
    >
      <fieldset className={css['span']}>
        <legend className="heard-only">{t('rewards.settlement.span')}</legend>
        <label htmlFor="settlement-from">{t('rewards.settlement.from')}</label>
        <DayInput id="settlement-from" value={typed.fromDay} onChange={(day) => type({ fromDay: day })} />
        <label htmlFor="settlement-to">{t('rewards.settlement.to')}</label>
        <DayInput id="settlement-to" value={typed.toDay} onChange={(day) => type({ toDay: day })} />
        {spans.map(([key, span]) => (
          <Chip key={key} pressed={span.fromDay === fromDay && span.toDay === toDay} onPress={() => show(span)}>
            {t(`rewards.settlement.${key}`)}
          </Chip>
        ))}
        {count > 0 && (
          <strong className={css['total']}>{t('rewards.settlement.total', { count, amount: money(amount) })}</strong>
        )}
      </fieldset>
      {!data ? (
        error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading />
        )
      ) : partners.length === 0 ? (
        <EmptyState icon={<StoreIcon size={32} />} title={t('rewards.settlement.empty')}>
          {t('rewards.settlement.emptyText')}
        </EmptyState>
      ) : (
        <ListTable
          columns={[
            { key: 'partner', label: t('rewards.settlement.column.partner') },
            { key: 'count', label: t('rewards.settlement.column.count'), width: '120px', number: true },
            { key: 'amount', label: t('rewards.settlement.column.amount'), width: '160px', number: true },
          ]}
        >
          {partners.map((partner) => (
            <Partner key={partner.partner} settled={partner} timeZone={timeZone} />
          ))}
        </ListTable>
      )}
    </ListScreen>
  );
};

export default SettlementScreen;

const Partner = ({ settled, timeZone }: { readonly settled: Settlement; readonly timeZone: string }) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Fragment>
      <tr>
        <td>
          <button
            type="button"
            className={css['opens']}
            aria-expanded={open}
            aria-label={t('rewards.settlement.showRows', { partner: settled.partner })}
            onClick={() => setOpen(!open)}
          >
            {open ? <ChevronDownIcon size={16} /> : <ChevronRightIcon size={16} />}
            {settled.partner}
          </button>
        </td>
        <td className="number-cell">{number(settled.count)}</td>
        <td className="number-cell">{money(settled.settleFen)}</td>
      </tr>
      {open &&
        settled.rows.map((row) => (
          <tr key={row.id} className={css['detail']}>
            <td>
              <span className={css['code']}>{row.code}</span> {row.name} · {row.customerName}
            </td>
            <td colSpan={2}>
              {row.endedAt === null ? '' : momentOf(row.endedAt, timeZone)} {row.endedBy}
            </td>
          </tr>
        ))}
    </Fragment>
  );
};
