import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../../db/domain/day.ts';
import { api, orpc } from '../../lib/api.ts';
import { clockNow } from '../../lib/clock.ts';
import { notify } from '../../lib/notices.ts';
import { useGo } from '../../lib/place.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { useMe } from '../../lib/session.ts';
import { useTimeZone, useToday } from '../../lib/store.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { useSave } from '../../lib/useSave.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useMoment } from '../complaints/useMoment.ts';
import { RestoredNotice } from '../customer/RestoredNotice.tsx';
import { refusalText } from '../customer/refusal.ts';
import { offerComplaint } from './badAnswers.ts';
import type { CallScreenProps } from './CallScreen.tsx';
import { type CallContext, checkCall, recordOf, spokenOf } from './callDraft.ts';
import { OutcomeButtons } from './OutcomeButtons.tsx';
import { OutcomeFollows } from './OutcomeFollows.tsx';
import { outcomes } from './outcomes.ts';
import { PromiseFields } from './PromiseFields.tsx';
import { labelOf } from './reasonWords.ts';
import type { Outcome } from './shapes.ts';
import css from './tasks.module.css';
import type { KeptCall } from './useCallDraft.ts';

export interface OutcomeFormProps extends CallScreenProps {
  readonly kept: KeptCall;
}

/** What came of the call: an outcome by one key, a note, what follows; Enter records it and the next customer opens. */
export const OutcomeForm = ({
  info,
  call,
  customerId,
  enter,
  next,
  onRecorded,
  onShow,
  onOpen,
  kept,
}: OutcomeFormProps) => {
  const { t } = useTranslation();
  const go = useGo();
  const moment = useMoment();
  const me = useMe();
  const today = useToday();
  const timeZone = useTimeZone();
  const client = useQueryClient();
  const note = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState(false);
  const { draft, change } = kept;
  const taskIds = call.reasons.map(({ taskId }) => taskId);
  const context: CallContext = {
    now: clockNow(),
    timeZone,
    proposedAt: info.nextTryAt,
    meId: me?.staffId ?? '',
    tomorrow: addDays(today, 1),
    asked: info.questionnaire,
  };
  const problems = checkCall(draft, context);

  /** The next one is shown at once; without one the list is asked for first, or it would open this one again. */
  const goOn = async (contactId: string): Promise<void> => {
    kept.recorded(contactId);
    onRecorded(contactId);
    const following = next();
    if (following !== null) onShow(following);
    await Promise.all([
      client.invalidateQueries({ queryKey: orpc.tasks.key() }),
      client.invalidateQueries({ queryKey: orpc.promises.key() }),
    ]);
    if (following === null) onShow(null);
  };
  const offerSold = (): void => {
    const vehicle = call.reasons.find(({ vehicleId }) => vehicleId !== null);
    if (!vehicle?.vehicleId) return;
    notify(t('tasks.form.markSold', { plate: labelOf(vehicle) }), {
      action: {
        label: t('tasks.form.markSoldGo'),
        perform: () => go(`/customers/${customerId}?do=vehicle&vehicle=${vehicle.vehicleId}`),
      },
    });
  };
  const record = useSave(api.tasks.record, {
    onDone: ({ id, nextAt, response }, { outcome, complaintId }) => {
      const said = { name: call.name, outcome: t(`tasks.outcome.${outcome}`) };
      const words =
        nextAt === null
          ? t('tasks.said.recorded', said)
          : t('tasks.said.recordedNext', { ...said, moment: moment(nextAt) });
      void notifyUndoable(words, t);
      if (outcome === 'sold') offerSold();
      // a complaint that was made while one spoke has it already
      if (response?.bad && !complaintId) offerComplaint(response.id);
      void goOn(id);
    },
  });
  const refuse = useSave(api.tasks.refuse, {
    onDone: ({ id }) => {
      // every word on consent stays on record: this is not taken back
      notify(t('tasks.said.never', { name: call.name }), { tone: 'green' });
      void goOn(id);
    },
  });
  const busy = record.isPending || refuse.isPending;

  const choose = (outcome: Outcome): void => {
    change({ outcome });
    setAsked(false);
  };
  const save = (): void => {
    setAsked(true);
    if (busy || Object.keys(problems).length > 0) return;
    if (draft.outcome === 'never') {
      refuse.mutate({ customerId, taskIds: spokenOf(draft, taskIds), note: draft.note.trim() || null });
      return;
    }
    const input = recordOf(draft, customerId, taskIds, context);
    if (input) record.mutate(input);
  };
  useEnter(enter, save);
  useScreenDeeds({
    ...Object.fromEntries(outcomes.map((outcome) => [`tasks.outcome.${outcome}`, () => choose(outcome)])),
    'tasks.record': save,
    'tasks.note': () => focusIn(note),
    'tasks.promise': () => change({ promising: true }),
  });

  /** In a field Enter records, and Esc makes the letters keys again; what was typed stays. */
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLInputElement) || event.target.type === 'checkbox') return;
    if (event.nativeEvent.isComposing || event.defaultPrevented) return;
    if (event.key === 'Enter') save();
    else if (event.key === 'Escape') event.target.blur();
    else return;
    event.preventDefault();
  };

  const error = record.error ?? refuse.error;
  return (
    <section className={`panel ${css['form']}`} aria-label={t('tasks.form.label')} onKeyDown={onKeyDown}>
      <RestoredNotice at={kept.restoredAt} onDiscard={kept.discard} />
      <OutcomeButtons
        value={draft.outcome}
        onChoose={(outcome) => {
          choose(outcome);
          focusIn(note);
        }}
      />
      <OutcomeFollows
        draft={draft}
        change={change}
        context={context}
        tries={call.tries}
        problems={problems}
        asked={asked}
        onBooking={() => onOpen('booking')}
      />
      {asked && problems.answers && (
        <p role="alert" className={css['failed']}>
          {t('tasks.survey.unasked')}
        </p>
      )}
      {draft.promising && (
        <PromiseFields draft={draft} change={change} context={context} problems={problems} asked={asked} />
      )}
      <div className={css['save']} ref={note}>
        <TextInput
          value={draft.note}
          maxLength={500}
          aria-label={t('tasks.form.note')}
          placeholder={t('tasks.form.noteHint')}
          suffix={<span className="key-hint">N</span>}
          onChange={(words) => change({ note: words })}
        />
        <ActionButton label={t('tasks.form.complaint')} keys="T" onClick={() => onOpen('complaint')} />
        <ActionButton
          label={t('tasks.form.promise')}
          keys="W"
          disabled={draft.promising}
          onClick={() => change({ promising: true })}
        />
        <ActionButton
          type="primary"
          danger={draft.outcome === 'never'}
          label={t(draft.outcome === 'never' ? 'tasks.form.neverSave' : 'tasks.form.save')}
          keys="Enter"
          loading={busy}
          onClick={save}
        />
      </div>
      {error !== null && error !== undefined && (
        <p role="alert" className={css['failed']}>
          {refusalText(error, t)}
        </p>
      )}
    </section>
  );
};

const focusIn = (frame: RefObject<HTMLElement | null>): void => frame.current?.querySelector('input')?.focus();

/** What Enter does on this screen, while it is shown. */
const useEnter = (enter: RefObject<() => void>, act: () => void): void => {
  useEffect(() => {
    enter.current = act;
  });
  useEffect(
    () => () => {
      enter.current = () => undefined;
    },
    [enter],
  );
};
