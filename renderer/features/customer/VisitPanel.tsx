import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { clockNow } from '../../lib/clock.ts';
import { dayOf, money, number, plate as plateWords, timeOf } from '../../lib/formats.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { useMay } from '../../lib/session.ts';
import { useStoreSettings, useTimeZone } from '../../lib/store.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { errorPaths, fieldNotes } from './checkMark.ts';
import { DayInput } from './DayInput.tsx';
import inputs from './inputs.module.css';
import { MemberDiscounts } from './MemberDiscounts.tsx';
import { RestoredNotice } from './RestoredNotice.tsx';
import { refusedFields } from './refusal.ts';
import { SaveFoot } from './SaveFoot.tsx';
import { SelectInput } from './SelectInput.tsx';
import { SidePanel } from './SidePanel.tsx';
import { saidWarnings } from './saidWarnings.ts';
import { type CustomerPage, costRoles } from './shapes.ts';
import css from './sidePanel.module.css';
import { useDiscounts } from './useDiscounts.ts';
import { useKeptDraft } from './useKeptDraft.ts';
import { useVisitVouchers } from './useVisitVouchers.ts';
import { VisitLines } from './VisitLines.tsx';
import { VisitVouchers } from './VisitVouchers.tsx';
import { checkVisit, noLine, totalsOf, type VisitDraft, visitInputOf } from './visitDraft.ts';

export interface VisitPanelProps {
  readonly page: CustomerPage;
  /** the vehicle to begin with; left out: the one seen last */
  readonly vehicleId?: string | undefined;
  readonly onClose: () => void;
  readonly onAddVehicle: () => void;
}

/** 登记到店: a workshop order in a few keys. The vehicle is there and the time is now. */
export const VisitPanel = ({ page, vehicleId, onClose, onAddVehicle }: VisitPanelProps) => {
  const { t } = useTranslation();
  if (page.vehicles.length > 0) return <VisitForm page={page} vehicleId={vehicleId} onClose={onClose} />;
  return (
    <SidePanel title={t('visit.title')} sub={page.customer.name} onClose={onClose}>
      <p>{t('visit.noVehicle')}</p>
      <p className={css['part']}>
        <Button type="primary" onClick={onAddVehicle}>
          {t('visit.addVehicle')}
        </Button>
      </p>
    </SidePanel>
  );
};

/** A visit with what pays for it, while it is typed. */
interface PaidVisitDraft extends VisitDraft {
  /** codes of the vouchers that it uses up */
  readonly vouchers: readonly string[];
  readonly paid: boolean;
}

const beginWith = (
  page: CustomerPage,
  vehicleId: string | undefined,
  now: number,
  timeZone: string,
): PaidVisitDraft => {
  const wanted = page.vehicles.find((vehicle) => vehicle.id === vehicleId);
  const last = [...page.vehicles].sort((a, b) => (b.lastVisitDay ?? '').localeCompare(a.lastVisitDay ?? ''))[0];
  return {
    vehicleId: (wanted ?? last)?.id ?? '',
    day: dayOf(now, timeZone),
    time: timeOf(now, timeZone),
    mileage: '',
    orderNo: '',
    adviser: page.customer.adviserName ?? '',
    note: '',
    lines: [noLine],
    vouchers: [],
    paid: false,
  };
};

const VisitForm = ({ page, vehicleId, onClose }: Omit<VisitPanelProps, 'onAddVehicle'>) => {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const mayCost = useMay()(costRoles);
  const adviserList = useId();
  const [requestId] = useState(newRequestId);
  const [openedAt] = useState(() => clockNow());
  const { draft, change, restoredAt, discard, done } = useKeptDraft(
    `visit.${page.customer.id}`,
    beginWith(page, vehicleId, openedAt, timeZone),
  );
  const [asked, setAsked] = useState(false);
  const staff = useQuery(orpc.staff.list.queryOptions({ input: {} })).data;
  const add = useMutation(orpc.visits.add.mutationOptions());

  const vehicle = page.vehicles.find((one) => one.id === draft.vehicleId);
  const marks = checkVisit(draft, { now: clockNow(), timeZone, lastKm: vehicle?.mileage ?? null });
  const blocked = errorPaths(marks).length;
  const refused = refusedFields(add.error, t);
  const notes = (path: string) => fieldNotes(path, marks, refused, t);
  const arrival = notes('arrivedAt');
  const totals = totalsOf(draft.lines);
  const whenPaid = useStoreSettings()?.values.pointsTerms.whenPaid ?? false;
  const member = useDiscounts(page.customer.id);
  const vouchers = useVisitVouchers(page.customer.id, draft.lines, draft.vouchers, (codes) =>
    change({ vouchers: codes }),
  );
  const receivedFen = totals.amountFen - vouchers.deduction.takenFen;

  const save = (): void => {
    setAsked(true);
    const input = blocked > 0 ? null : visitInputOf(draft, timeZone, mayCost, vouchers.deduction.amountsFen);
    if (!input || add.isPending) return;
    add.mutate(
      {
        ...input,
        vouchers: vouchers.chosen.map(({ code }) => code),
        ...(whenPaid ? { paid: draft.paid } : {}),
        requestId,
      },
      {
        onSuccess: ({ warnings }) => {
          done();
          void notifyUndoable(t('visit.saved', { amount: money(receivedFen) }), t);
          saidWarnings(warnings, t);
          onClose();
        },
      },
    );
  };
  useHotkeys({ 'Ctrl+S': save }, { inDialog: true });

  const mileageHelp =
    vehicle?.mileage == null
      ? undefined
      : t('visit.lastMileage', { km: number(vehicle.mileage), day: vehicle.mileageDay ?? '—' });

  return (
    <SidePanel
      wide
      title={t('visit.title')}
      sub={page.customer.name}
      onClose={onClose}
      foot={
        <>
          <span>
            {t('visit.total')} <strong className={css['total']}>{money(receivedFen)}</strong>
          </span>
          {totals.listFen > totals.amountFen && (
            <span className="quiet small">
              {t('visit.listTotal')} {money(totals.listFen)} ·{' '}
              {t('visit.discount', { amount: money(totals.listFen - totals.amountFen) })}
            </span>
          )}
          {vouchers.deduction.takenFen > 0 && (
            <span className="quiet small">
              {t('rewards.visit.taken', { amount: money(vouchers.deduction.takenFen) })}
            </span>
          )}
          {whenPaid && (
            <label className={inputs['check']} title={t('rewards.visit.paidHelp')}>
              <input
                type="checkbox"
                checked={draft.paid}
                onChange={(event) => change({ paid: event.target.checked })}
              />
              {t('rewards.visit.paid')}
            </label>
          )}
          <SaveFoot
            label={t('visit.save')}
            busy={add.isPending}
            error={add.error}
            blocked={asked ? blocked : 0}
            onSave={save}
          />
        </>
      }
    >
      <RestoredNotice at={restoredAt} onDiscard={discard} />
      <div className={css['grid3']}>
        <FormField label={t('visit.vehicle')} {...notes('vehicleId')}>
          <SelectInput
            value={draft.vehicleId}
            onChange={(id) => change({ vehicleId: id })}
            options={page.vehicles.map((one) => {
              const name = one.plate === null ? t('vehicle.unnamed') : plateWords(one.plate);
              return [one.id, [name, one.series ?? one.model].filter(Boolean).join(' · ')] as const;
            })}
          />
        </FormField>
        <FormField label={t('visit.arrivedDay')} {...notes('day')} {...arrival}>
          <DayInput value={draft.day} onChange={(day) => change({ day })} />
        </FormField>
        <FormField label={t('visit.arrivedTime')} {...notes('time')}>
          <TextInput
            value={draft.time}
            onChange={(time) => change({ time })}
            suffix={
              <Button
                size="small"
                type="link"
                style={{ height: 22 }}
                onClick={() => change({ day: dayOf(clockNow(), timeZone), time: timeOf(clockNow(), timeZone) })}
              >
                {t('visit.now')}
              </Button>
            }
          />
        </FormField>
        <div data-first>
          <FormField label={t('visit.mileage')} help={mileageHelp} {...notes('mileage')}>
            <TextInput value={draft.mileage} inputMode="numeric" onChange={(mileage) => change({ mileage })} />
          </FormField>
        </div>
        <FormField label={t('visit.orderNo')} {...notes('orderNo')}>
          <TextInput value={draft.orderNo} maxLength={40} onChange={(orderNo) => change({ orderNo })} />
        </FormField>
        <FormField label={t('visit.adviser')} {...notes('adviser')}>
          <TextInput
            value={draft.adviser}
            maxLength={30}
            list={adviserList}
            onChange={(adviser) => change({ adviser })}
          />
        </FormField>
      </div>
      <datalist id={adviserList}>
        {staff?.rows
          .filter((row) => row.active)
          .map((row) => (
            <option key={row.id} value={row.displayName} />
          ))}
      </datalist>
      {member && <MemberDiscounts member={member} />}
      <VisitLines
        {...(member ? { discounts: member.discounts } : {})}
        afterVouchersFen={vouchers.deduction.amountsFen}
        lines={draft.lines}
        marks={asked ? marks : withoutMissing(marks)}
        refused={refused}
        withCost={mayCost}
        onChange={(lines) => change({ lines })}
      />
      <VisitVouchers vouchers={vouchers} />
      <div className={css['part']}>
        <FormField label={t('visit.note')} {...notes('note')}>
          <TextInput value={draft.note} maxLength={500} onChange={(note) => change({ note })} />
        </FormField>
      </div>
    </SidePanel>
  );
};

/** What is only missing is not said before saving was tried. */
const withoutMissing = (marks: ReturnType<typeof checkVisit>): ReturnType<typeof checkVisit> =>
  Object.fromEntries(
    Object.entries(marks).filter(([, mark]) => mark.reason !== 'amount-missing' && mark.reason !== 'lines-required'),
  );
