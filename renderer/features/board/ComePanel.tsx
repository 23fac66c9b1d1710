import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { careError, fieldErrors } from '../../lib/errors.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { notify } from '../../lib/notices.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { markText } from '../customer/checkMark.ts';
import { RestoredNotice } from '../customer/RestoredNotice.tsx';
import { SaveFoot } from '../customer/SaveFoot.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import { saidWarnings } from '../customer/saidWarnings.ts';
import css from '../customer/sidePanel.module.css';
import { useKeptDraft } from '../customer/useKeptDraft.ts';
import { kmOrNull, markKm } from '../customer/vehicleDraft.ts';
import type { BookingCard, VisitCard } from './boardMoves.ts';
import { problemText } from './problemText.ts';
import { useAdvisers } from './useAdvisers.ts';
import { type BoardActions, visitName } from './useBoard.ts';
import { useVehiclesOf } from './useVehiclesOf.ts';
import { WhoFields } from './WhoFields.tsx';
import { checkComer, comesOf, knownCustomer, nobody, type WhoDraft } from './whoDraft.ts';

interface ComeDraft {
  readonly who: WhoDraft;
  readonly mileage: string;
  readonly adviserId: string;
  readonly note: string;
}

export interface ComePanelProps {
  /** null: somebody without a booking */
  readonly booking: BookingCard | null;
  readonly actions: BoardActions;
  readonly onClose: () => void;
  readonly onPlaced: (visit: VisitCard) => void;
}

const beginWith = (booking: BookingCard | null): ComeDraft => ({
  who:
    booking === null
      ? nobody
      : booking.customerId === null
        ? { ...nobody, stranger: true, name: booking.name }
        : knownCustomer(booking.customerId, booking.name, []),
  mileage: '',
  adviserId: booking?.adviserId ?? '',
  note: booking?.wish ?? '',
});

/** 到店: whoever stands at the desk, with a booking that does not say which car, or without any. */
export const ComePanel = ({ booking, actions, onClose, onPlaced }: ComePanelProps) => {
  const { t } = useTranslation();
  const advisers = useAdvisers();
  const [requestId, setRequestId] = useState(newRequestId);
  const [asked, setAsked] = useState(false);
  const kept = useKeptDraft<ComeDraft>(booking ? `board.come.${booking.id}` : 'board.come', beginWith(booking));
  const { draft, change } = kept;
  useVehiclesOf(draft.who, booking, (who) => change({ who }));

  const send = useMutation({
    mutationFn: async () => {
      const comes = {
        ...comesOf(draft.who),
        mileage: kmOrNull(draft.mileage),
        adviserId: draft.adviserId || null,
        note: draft.note.trim() || null,
      };
      return booking ? actions.arrive(booking, comes) : api.board.walkIn({ ...comes, requestId });
    },
    onSuccess: ({ card, warnings }) => {
      kept.done();
      if (!booking) actions.put(card);
      saidWarnings(warnings, t);
      onPlaced(card);
    },
    onError: (error) => {
      setRequestId(newRequestId());
      const current = careError(error)?.data.current;
      if (careError(error)?.data.reason !== 'vehicle-here-already' || !isVisit(current)) return;
      // nothing to save: the car is on the board
      kept.done();
      actions.put(current);
      onPlaced(current);
      notify(t('board.hereAlready', { name: visitName(current), step: t(`board.step.${current.step}`) }), {
        tone: 'amber',
      });
    },
  });

  const problems = checkComer(draft.who, booking !== null);
  const kmMark = markKm(draft.mileage, null);
  const refused = fieldErrors(send.error, t);
  const said = Object.fromEntries(
    Object.entries(problems).map(([path, problem]) => [path, asked ? problemText(problem, t) : undefined]),
  );
  const errors = {
    ...said,
    ...(refused['phone'] ? { phone: refused['phone'] } : {}),
    ...(refused['vehicle.plate'] ? { plate: refused['vehicle.plate'] } : {}),
    ...(refused['vehicleId'] ? { vehicleId: refused['vehicleId'] } : {}),
    ...(refused['name'] ? { name: refused['name'] } : {}),
  };
  const blocked = Object.keys(problems).length + (kmMark?.level === 'error' ? 1 : 0);
  const save = (): void => {
    setAsked(true);
    if (blocked === 0 && !send.isPending) send.mutate();
  };
  useHotkeys({ 'Ctrl+S': save }, { inDialog: true });

  return (
    <SidePanel
      title={t(booking ? 'board.come.arriveTitle' : 'board.come.walkInTitle')}
      {...(booking ? { sub: `${booking.time} ${booking.name}` } : {})}
      onClose={onClose}
      foot={
        <SaveFoot
          label={t('board.come.save')}
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
        wantsVehicle
        fixed={booking?.customerId != null}
        phoneKept={booking?.customerId === null ? booking.phoneMasked : null}
        errors={errors}
        onChange={(who) => change({ who })}
      />
      <div className={css['part']}>
        <div className={css['grid']}>
          <FormField label={t('board.come.mileage')} {...(kmMark ? { error: markText(kmMark, t) } : {})}>
            <TextInput value={draft.mileage} inputMode="numeric" onChange={(mileage) => change({ mileage })} />
          </FormField>
          <FormField label={t('board.come.adviser')}>
            <SelectInput
              value={draft.adviserId}
              options={[['', t('board.come.noAdviser')], ...advisers]}
              onChange={(adviserId) => change({ adviserId })}
            />
          </FormField>
          <FormField label={t('board.come.note')} className={css['whole'] ?? ''}>
            <TextInput value={draft.note} maxLength={500} onChange={(note) => change({ note })} />
          </FormField>
        </div>
      </div>
    </SidePanel>
  );
};

const isVisit = (current: unknown): current is VisitCard =>
  typeof current === 'object' && current !== null && 'step' in current && 'moves' in current;
