import type { TFunction } from 'i18next';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { clockNow } from '../../lib/clock.ts';
import { fieldErrors } from '../../lib/errors.ts';
import { plate } from '../../lib/formats.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { useTimeZone } from '../../lib/store.ts';
import { useSave } from '../../lib/useSave.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { problemText } from '../board/problemText.ts';
import { useVehiclesOf } from '../board/useVehiclesOf.ts';
import { WhoFields } from '../board/WhoFields.tsx';
import { DayInput } from '../customer/DayInput.tsx';
import { refusalText } from '../customer/refusal.ts';
import { timeOrNull } from '../customer/visitDraft.ts';
import entry from '../tasks/sheetEntry.module.css';
import css from './paper.module.css';
import type { FoundPaper } from './shapes.ts';
import { checkSignIn, type SignInProblem, signInDraft, signInInputOf } from './signInDraft.ts';
import type { Entered } from './useEnteredPapers.ts';

export interface SignInFormProps {
  readonly found: FoundPaper;
  readonly onEntered: (what: Omit<Entered, 'code'>) => void;
}

/** 补录签到: when they came, for an empty row who and with which car; Enter records wherever one is. */
export const SignInForm = ({ found: { code, row, sheet }, onEntered }: SignInFormProps) => {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const time = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState(() => signInDraft(row, sheet.day));
  const [asked, setAsked] = useState(false);
  const context = { now: clockNow(), timeZone };
  const problems = checkSignIn(draft, row, context);
  const isBooking = row.appointmentId !== null;
  const change = (next: Partial<typeof draft>): void => setDraft((before) => ({ ...before, ...next }));
  useVehiclesOf(draft.who, isBooking ? row : null, (who) => change({ who }));
  const enter = useSave(api.paper.signIn, {
    stale: [orpc.paper.key(), orpc.board.key()],
    onDone: () =>
      onEntered({
        name: draft.who.customer?.name ?? draft.who.name,
        words: t('paper.signIn.came', { time: timeOrNull(draft.time) ?? '', plate: carOf(draft.who, t) }),
      }),
  });
  // a booking says who it is, so what is written on the paper begins with the time
  useEffect(() => (isBooking ? time : form).current?.querySelector('input')?.focus(), [isBooking]);
  const save = (): void => {
    setAsked(true);
    const input = signInInputOf(code, draft, row, context);
    if (input && !enter.isPending) enter.mutate(input);
  };
  useHotkeys({ 'Ctrl+S': save }, { inDialog: true });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.defaultPrevented) return;
    if (event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    save();
  };
  const refused = fieldErrors(enter.error, t);
  const said = (path: string): string | undefined => {
    const problem = problems[path];
    if (problem) return asked ? words(problem, t) : undefined;
    return refused[path === 'time' ? 'at' : path];
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the keys of the fields inside
    <div ref={form} className={entry['form']} onKeyDown={onKeyDown}>
      <WhoFields
        who={draft.who}
        wantsVehicle
        fixed={isBooking && row.customerId !== null}
        errors={{
          who: said('who'),
          name: said('name'),
          phone: said('phone'),
          vehicleId: said('vehicleId'),
          plate: said('plate') ?? refused['vehicle.plate'],
        }}
        onChange={(who) => change({ who })}
      />
      <div className={css['signInFields']}>
        <div ref={time}>
          <FormField label={t('paper.signIn.time')} required error={said('time')}>
            <TextInput
              value={draft.time}
              inputMode="numeric"
              maxLength={6}
              placeholder={t('paper.signIn.timeHint')}
              onChange={(value) => change({ time: value })}
            />
          </FormField>
        </div>
        <FormField label={t('paper.signIn.day')} error={said('day')}>
          <DayInput value={draft.day} onChange={(day) => change({ day })} />
        </FormField>
        <FormField label={t('board.come.mileage')} error={said('mileage')}>
          <TextInput value={draft.mileage} inputMode="numeric" onChange={(mileage) => change({ mileage })} />
        </FormField>
      </div>
      <FormField label={t('paper.signIn.note')}>
        <TextInput value={draft.note} maxLength={500} onChange={(note) => change({ note })} />
      </FormField>
      <ActionButton
        type="primary"
        label={t('paper.entry.save')}
        keys="Enter"
        loading={enter.isPending}
        onClick={save}
      />
      {enter.error !== null && enter.error !== undefined && (
        <p role="alert" className={entry['wrong']}>
          {refusalText(enter.error, t)}
        </p>
      )}
    </div>
  );
};

const carOf = ({ customer, vehicleId, plate: typed }: ReturnType<typeof signInDraft>['who'], t: TFunction): string => {
  const known = customer?.vehicles.find(({ id }) => id === vehicleId)?.plate ?? typed.trim();
  return known === '' ? t('board.noPlate') : plate(known);
};

const words = (problem: SignInProblem, t: TFunction): string => {
  switch (problem) {
    case 'day-invalid':
    case 'time-invalid':
      return t(`customer.check.${problem}`);
    case 'future':
      return t('errors.field.row-future');
    case 'km-invalid':
      return t('paper.signIn.kmInvalid');
    default:
      return problemText(problem, t);
  }
};
