import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { momentOf, money, number } from '../../lib/formats.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { useMay } from '../../lib/session.ts';
import { useTimeZone } from '../../lib/store.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import css from './customer.module.css';
import { ReasonLine } from './ReasonLine.tsx';
import { refusalText } from './refusal.ts';
import { costRoles, type VisitFacts } from './shapes.ts';
import { VisitPayment } from './VisitPayment.tsx';

/** 工单明细: the lines with list price (and cost for those who may see it), and voiding with its reason. */
export const VisitDetail = ({ visitId }: { readonly visitId: string }) => {
  const read = useQuery(orpc.visits.get.queryOptions({ input: { id: visitId } }));
  if (read.error && !read.data) return <ErrorState error={read.error} onRetry={() => void read.refetch()} />;
  return read.data ? <Detail visit={read.data} /> : <Loading />;
};

const Detail = ({ visit }: { readonly visit: VisitFacts }) => {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const mayCost = useMay()(costRoles);
  const withCost = mayCost && visit.lines.some((line) => line.costFen !== null);
  const amount = (fen: number | null) => (fen === null ? t('visit.detail.noCost') : money(fen));
  const facts = [
    t('visit.detail.arrived', { time: momentOf(visit.arrivedAt, timeZone) }),
    visit.orderNo && t('visit.detail.orderNo', { no: visit.orderNo }),
    visit.mileage !== null && t('visit.detail.mileage', { km: number(visit.mileage) }),
    visit.adviser && t('visit.detail.adviser', { name: visit.adviser }),
    visit.note,
    visit.voidedBy && t('visit.detail.voidedBy', { name: visit.voidedBy }),
  ].filter(Boolean);
  return (
    <div className={css['detail']}>
      <div className={css['facts']}>
        {facts.map((fact) => (
          <span key={String(fact)}>{fact}</span>
        ))}
      </div>
      <table className={css['lines']} aria-label={t('visit.detail.title')}>
        <thead>
          <tr>
            <th scope="col">{t('visit.column.category')}</th>
            <th scope="col">{t('visit.column.description')}</th>
            <th scope="col" className={css['amount']}>
              {t('visit.column.list')}
            </th>
            <th scope="col" className={css['amount']}>
              {t('visit.column.amount')}
            </th>
            {withCost && (
              <th scope="col" className={css['amount']}>
                {t('visit.column.cost')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {visit.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines never change once entered, and have no other name
            <tr key={index}>
              <td>{t(`visit.category.${line.category}`)}</td>
              <td>{line.description}</td>
              <td className={css['amount']}>{amount(line.listFen)}</td>
              <td className={css['amount']}>{amount(line.amountFen)}</td>
              {withCost && <td className={css['amount']}>{amount(line.costFen)}</td>}
            </tr>
          ))}
          <tr>
            <td colSpan={3}>{t('visit.detail.total')}</td>
            <td className={css['amount']}>
              <strong>{money(visit.amountFen)}</strong>
            </td>
            {withCost && <td />}
          </tr>
        </tbody>
      </table>
      <VisitPayment visit={visit} />
      {!visit.void && <VoidVisit visit={visit} />}
    </div>
  );
};

const VoidVisit = ({ visit }: { readonly visit: VisitFacts }) => {
  const { t } = useTranslation();
  const voiding = useMutation(orpc.visits.void.mutationOptions());
  return (
    <ReasonLine
      open={t('visit.void.button')}
      label={t('visit.void.reason')}
      hint={t('visit.void.hint')}
      text={t('visit.void.text')}
      confirm={t('visit.void.confirm')}
      busy={voiding.isPending}
      error={voiding.error ? refusalText(voiding.error, t) : undefined}
      onConfirm={(reason) =>
        voiding.mutate(
          { id: visit.id, version: visit.version, reason, requestId: newRequestId() },
          { onSuccess: () => void notifyUndoable(t('visit.void.done'), t) },
        )
      }
    />
  );
};
