import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../../db/domain/day.ts';
import { api, orpc } from '../../lib/api.ts';
import { clockNow } from '../../lib/clock.ts';
import { careError, errorText, fieldErrors } from '../../lib/errors.ts';
import { dayOf, day as dayWords, timeOf } from '../../lib/formats.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { notify } from '../../lib/notices.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { useStoreSettings, useTimeZone } from '../../lib/store.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { Chip } from '../../ui/Chip.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { DayInput } from '../customer/DayInput.tsx';
import { RestoredNotice } from '../customer/RestoredNotice.tsx';
import { SaveFoot } from '../customer/SaveFoot.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import css from '../customer/sidePanel.module.css';
import { dayOrNull } from '../customer/typedDay.ts';
import { useKeptDraft } from '../customer/useKeptDraft.ts';
import {
  type Booking,
  type BookingProblem,
  bookingInputOf,
  checkBooking,
  draftOf,
  firstSlot,
  newBooking,
  wishKinds,
} from './bookingDraft.ts';
import { bookingWarning } from './bookingWarning.ts';
import { LoadBar } from './LoadBar.tsx';
import { problemText } from './problemText.ts';
import { useAdvisers } from './useAdvisers.ts';
import { useVehiclesOf } from './useVehiclesOf.ts';
import { WhoFields } from './WhoFields.tsx';
import type { WhoDraft } from './whoDraft.ts';

export interface BookingPanelProps {
  /** the one to be changed; null for a new one */
  readonly booking: Booking | null;
  /** the day that a new one begins with */
  readonly day?: string | undefined;
  readonly who?: WhoDraft | undefined;
  readonly onClose: () => void;
}

/** 预约, new or moved: who, when, with whom, what for. */
export const BookingPanel = ({ booking, day, who, onClose }: BookingPanelProps) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const timeZone = useTimeZone();
  const advisers = useAdvisers();
  const bookingMinutes = useStoreSettings()?.values.bookingMinutes ?? 60;
  const [openedAt] = useState(() => clockNow());
  const today = dayOf(openedAt, timeZone);
  const [requestId, setRequestId] = useState(newRequestId);
  const [asked, setAsked] = useState(false);
  const slot = firstSlot(day, { day: today, minutes: minuteOf(timeOf(openedAt, timeZone)) });
  const begin = booking ? draftOf(booking) : newBooking(slot.day, slot.time, bookingMinutes, who);
  const form = booking ? `booking.${booking.id}` : who?.customer ? `booking.of.${who.customer.id}` : 'booking';
  const kept = useKeptDraft(form, begin);
  const { draft, change } = kept;
  useVehiclesOf(draft.who, booking, (next) => change({ who: next }));

  const problems = checkBooking(draft, { now: clockNow(), timeZone, present: booking });
  const blocked = Object.keys(problems).length;

  const send = useMutation({
    mutationFn: async () => {
      const input = bookingInputOf(draft);
      if (!input) throw new Error('checked before');
      if (!booking) return api.appointments.add({ ...input, requestId });
      const { id, version } = booking;
      const phone = input.customerId === null && input.phone === null ? await keptPhone(id) : input.phone;
      return api.appointments.change({ ...input, phone, id, version, requestId });
    },
    onSuccess: ({ warnings }) => {
      kept.done();
      void client.invalidateQueries({ queryKey: orpc.board.key() });
      void client.invalidateQueries({ queryKey: orpc.appointments.key() });
      const name = draft.who.customer?.name ?? draft.who.name;
      const when = `${dayWords(dayOrNull(draft.day) ?? draft.day)} ${draft.time}`;
      void notifyUndoable(t(booking ? 'appointments.changed' : 'appointments.saved', { name, when }), t);
      const doubts = [...new Set(warnings.map(({ reason }) => bookingWarning(reason, t)))];
      if (doubts.length > 0) notify(doubts.join(' '), { tone: 'amber' });
      onClose();
    },
    onError: (error) => {
      setRequestId(newRequestId());
      if (careError(error)?.code === 'CONFLICT') void client.invalidateQueries({ queryKey: orpc.board.key() });
    },
  });
  const refused = fieldErrors(send.error, t);
  const quietUntilAsked: readonly (BookingProblem | undefined)[] = ['who-missing', 'name-missing', 'phone-missing'];
  const error = (path: string): string | undefined => {
    const problem = problems[path];
    if (problem && (asked || !quietUntilAsked.includes(problem))) return wordsOf(problem, t);
    return refused[path];
  };
  const said = (path: string) => {
    const text = error(path);
    return text ? { error: text } : {};
  };
  const save = (): void => {
    setAsked(true);
    if (blocked === 0 && !send.isPending) send.mutate();
  };
  useHotkeys({ 'Ctrl+S': save }, { inDialog: true });

  return (
    <SidePanel
      title={t(booking ? 'appointments.changeTitle' : 'appointments.newTitle')}
      {...(booking ? { sub: booking.name } : {})}
      onClose={onClose}
      foot={
        <SaveFoot
          label={t('appointments.save')}
          busy={send.isPending}
          error={send.error}
          blocked={asked ? blocked : 0}
          onSave={save}
        />
      }
    >
      <RestoredNotice at={kept.restoredAt} onDiscard={kept.discard} />
      <WhoFields
        who={draft.who}
        wantsVehicle={false}
        phoneKept={booking?.customerId === null ? booking.phoneMasked : null}
        errors={{ who: error('who'), name: error('name'), phone: error('phone'), vehicleId: error('vehicleId') }}
        onChange={(next) => change({ who: next })}
      />
      <div className={css['part']}>
        <div className={css['grid']}>
          <FormField label={t('appointments.day')} required {...said('day')}>
            <DayInput value={draft.day} onChange={(value) => change({ day: value })} />
          </FormField>
          <FormField label={t('appointments.time')} required {...said('time')}>
            <TextInput value={draft.time} inputMode="numeric" maxLength={5} onChange={(time) => change({ time })} />
          </FormField>
          <div className={css['whole']}>
            <QuickDays today={today} value={draft.day} onChange={(value) => change({ day: value })} />
          </div>
          <FormField label={t('appointments.wish')}>
            <SelectInput
              value={draft.wishKind}
              options={wishKinds.map((kind) => [kind, t(`appointments.wishKind.${kind}`)] as const)}
              onChange={(wishKind) => change({ wishKind })}
            />
          </FormField>
          <FormField label={t('appointments.minutes')} {...said('minutes')}>
            <TextInput
              value={draft.minutes}
              inputMode="numeric"
              maxLength={3}
              onChange={(minutes) => change({ minutes })}
            />
          </FormField>
          <FormField label={t('appointments.adviser')} {...said('adviserId')}>
            <SelectInput
              value={draft.adviserId}
              options={[['', t('board.come.noAdviser')], ...advisers]}
              onChange={(adviserId) => change({ adviserId })}
            />
          </FormField>
          <FormField label={t('appointments.detail')} {...said('wish')}>
            <TextInput value={draft.wish} maxLength={300} onChange={(wish) => change({ wish })} />
          </FormField>
        </div>
      </div>
      <DayLoad day={dayOrNull(draft.day)} />
    </SidePanel>
  );
};

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const keptPhone = async (id: string): Promise<string | null> =>
  (await api.appointments.reveal({ id, requestId: newRequestId() })).phones[0] ?? null;

const wordsOf = (problem: BookingProblem, t: TFunction): string => {
  switch (problem) {
    case 'day-invalid':
      return t('customer.check.day-invalid');
    case 'time-invalid':
      return t('customer.check.time-invalid');
    case 'booking-past':
      return t('errors.field.booking-past');
    case 'minutes-invalid':
      return t('appointments.minutesInvalid');
    case 'who-missing':
    case 'name-missing':
    case 'phone-missing':
    case 'phone-invalid':
    case 'vehicle-missing':
    case 'plate-missing':
      return problemText(problem, t);
  }
};

const QuickDays = ({
  today,
  value,
  onChange,
}: {
  readonly today: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
}) => (
  <ul style={{ display: 'flex', flexWrap: 'wrap', gap: 6 }}>
    {Array.from({ length: 7 }, (_, index) => addDays(today, index)).map((day) => (
      <li key={day}>
        <Chip pressed={day === value} onPress={() => onChange(day)}>
          {dayWords(day).slice(5)}
        </Chip>
      </li>
    ))}
  </ul>
);

/** How full that day is, adviser by adviser: said before the booking is made. */
const DayLoad = ({ day }: { readonly day: string | null }) => {
  const { t } = useTranslation();
  const { data, error } = useQuery(
    orpc.appointments.ofRange.queryOptions({ input: { fromDay: day ?? '', toDay: day ?? '' }, enabled: day !== null }),
  );
  if (error) return <p className="quiet small">{errorText(error, t, 'read')}</p>;
  if (!data || data.load.length === 0) return null;
  return (
    <section className={css['part']} aria-label={t('appointments.load')}>
      <h3>{t('appointments.loadOf', { day: day ?? '' })}</h3>
      {data.load.map((load) => (
        <LoadBar key={load.adviserId ?? ''} load={load} />
      ))}
    </section>
  );
};
