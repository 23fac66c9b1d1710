import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitRow } from '../../../db/contract/visits.ts';
import { api, orpc } from '../../lib/api.ts';
import { clockNow } from '../../lib/clock.ts';
import { careError } from '../../lib/errors.ts';
import { dayOf, money, timeOf } from '../../lib/formats.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { useMay } from '../../lib/session.ts';
import { useTimeZone } from '../../lib/store.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { errorPaths, fieldNotes } from '../customer/checkMark.ts';
import { MemberDiscounts } from '../customer/MemberDiscounts.tsx';
import { RestoredNotice } from '../customer/RestoredNotice.tsx';
import { refusedFields } from '../customer/refusal.ts';
import { SaveFoot } from '../customer/SaveFoot.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import { saidWarnings } from '../customer/saidWarnings.ts';
import { costRoles } from '../customer/shapes.ts';
import css from '../customer/sidePanel.module.css';
import { useDiscounts } from '../customer/useDiscounts.ts';
import { useKeptDraft } from '../customer/useKeptDraft.ts';
import { VisitLines } from '../customer/VisitLines.tsx';
import { checkVisit, noLine, totalsOf, type VisitDraft, visitInputOf } from '../customer/visitDraft.ts';
import type { VisitCard } from './boardMoves.ts';
import { type BoardActions, visitName } from './useBoard.ts';

export interface LinesPanelProps {
  readonly visit: VisitCard;
  readonly actions: BoardActions;
  readonly onClose: () => void;
}

/** 项目与金额 of a visit on the board: what was done and received, entered when the car is ready. */
export const LinesPanel = ({ visit, actions, onClose }: LinesPanelProps) => {
  const { t } = useTranslation();
  const read = useQuery(orpc.visits.get.queryOptions({ input: { id: visit.id } }));
  if (read.data) return <LinesForm visit={visit} row={read.data} actions={actions} onClose={onClose} />;
  return (
    <SidePanel wide title={t('board.linesPanel.title')} sub={visitName(visit)} onClose={onClose}>
      {read.error ? <ErrorState error={read.error} onRetry={() => void read.refetch()} /> : <Loading />}
    </SidePanel>
  );
};

const yuan = (fen: number | null): string => (fen === null ? '' : (fen / 100).toFixed(2));

const draftOf = (row: VisitRow, timeZone: string): VisitDraft => ({
  vehicleId: row.vehicleId,
  day: dayOf(row.arrivedAt, timeZone),
  time: timeOf(row.arrivedAt, timeZone),
  mileage: row.mileage === null ? '' : String(row.mileage),
  orderNo: row.orderNo ?? '',
  adviser: row.adviser ?? '',
  note: row.note ?? '',
  lines:
    row.lines.length === 0
      ? [noLine]
      : row.lines.map((line) => ({
          category: line.category,
          description: line.description ?? '',
          amount: yuan(line.amountFen),
          list: yuan(line.listFen),
          cost: yuan(line.costFen),
        })),
});

const LinesForm = ({ visit, row, actions, onClose }: LinesPanelProps & { readonly row: VisitRow }) => {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const mayCost = useMay()(costRoles);
  const [requestId, setRequestId] = useState(newRequestId);
  const [version, setVersion] = useState(row.version);
  const [asked, setAsked] = useState(false);
  const { draft, change, restoredAt, discard, done } = useKeptDraft(`lines.${visit.id}`, draftOf(row, timeZone));

  const { lines: _none, ...marks } = checkVisit(draft, { now: clockNow(), timeZone, lastKm: null });
  const blocked = errorPaths(marks).length;
  const totals = totalsOf(draft.lines);
  const member = useDiscounts(row.customerId);
  const save = useMutation({
    mutationFn: async () => {
      const input = visitInputOf(draft, timeZone, mayCost);
      if (!input) throw new Error('checked before');
      const { lines, mileage, orderNo, note } = input;
      return api.board.setLines({ id: visit.id, version, lines, mileage, orderNo, note, requestId });
    },
    onSuccess: ({ card, amountFen, warnings }) => {
      done();
      if (card) actions.put(card);
      void notifyUndoable(t('board.linesPanel.saved', { amount: money(amountFen) }), t);
      saidWarnings(warnings, t);
      onClose();
    },
    onError: (error) => {
      setRequestId(newRequestId());
      if (careError(error)?.code !== 'CONFLICT') return;
      actions.refresh();
      // only moved by another desk: the lines are still those seen here, and the next attempt may save them
      void api.visits.get({ id: visit.id }).then((now) => {
        if (JSON.stringify(now.lines) === JSON.stringify(row.lines)) setVersion(now.version);
      });
    },
  });
  const refused = refusedFields(save.error, t);
  const notes = (path: string) => fieldNotes(path, marks, refused, t);
  const submit = (): void => {
    setAsked(true);
    if (blocked === 0 && !save.isPending) save.mutate();
  };
  useHotkeys({ 'Ctrl+S': submit }, { inDialog: true });

  return (
    <SidePanel
      wide
      title={t('board.linesPanel.title')}
      sub={[visitName(visit), visit.customerName].join(' · ')}
      onClose={onClose}
      foot={
        <>
          <span>
            {t('visit.total')} <strong className={css['total']}>{money(totals.amountFen)}</strong>
          </span>
          <SaveFoot
            label={t('board.linesPanel.save')}
            busy={save.isPending}
            error={save.error}
            blocked={asked ? blocked : 0}
            onSave={submit}
          />
        </>
      }
    >
      <RestoredNotice at={restoredAt} onDiscard={discard} />
      <div className={css['grid3']}>
        <div data-first>
          <FormField label={t('visit.mileage')} {...notes('mileage')}>
            <TextInput value={draft.mileage} inputMode="numeric" onChange={(mileage) => change({ mileage })} />
          </FormField>
        </div>
        <FormField label={t('visit.orderNo')} {...notes('orderNo')}>
          <TextInput value={draft.orderNo} maxLength={40} onChange={(orderNo) => change({ orderNo })} />
        </FormField>
        <FormField label={t('visit.note')} {...notes('note')}>
          <TextInput value={draft.note} maxLength={500} onChange={(note) => change({ note })} />
        </FormField>
      </div>
      {member && <MemberDiscounts member={member} />}
      <VisitLines
        {...(member ? { discounts: member.discounts } : {})}
        lines={draft.lines}
        marks={asked ? marks : withoutMissing(marks)}
        refused={refused}
        withCost={mayCost}
        onChange={(lines) => change({ lines })}
      />
    </SidePanel>
  );
};

/** What is only missing is not said before saving was tried. */
const withoutMissing = (marks: ReturnType<typeof checkVisit>): ReturnType<typeof checkVisit> =>
  Object.fromEntries(Object.entries(marks).filter(([, mark]) => mark.reason !== 'amount-missing'));
