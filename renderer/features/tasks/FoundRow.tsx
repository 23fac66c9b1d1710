import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { clockNow } from '../../lib/clock.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { useTimeZone, useToday } from '../../lib/store.ts';
import { useSave } from '../../lib/useSave.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { DayTimeFields } from '../complaints/DayTimeFields.tsx';
import { useMoment } from '../complaints/useMoment.ts';
import { refusalText } from '../customer/refusal.ts';
import { OutcomeButtons } from './OutcomeButtons.tsx';
import { outcomeKeys, outcomes } from './outcomes.ts';
import { labelOf, occasionWords } from './reasonWords.ts';
import { againTyped, calledTyped, checkRow, emptyRow, type RowContext, rowInputOf, type SheetRow } from './rowDraft.ts';
import type { Outcome } from './shapes.ts';
import css from './sheetEntry.module.css';

export interface FoundRowProps {
  readonly row: SheetRow;
  readonly onEntered: (outcome: Outcome, isUndoable: boolean) => void;
}

/** Whom a code names and what was due; one key for what came of it. */
export const FoundRow = ({ row, onEntered }: FoundRowProps) => {
  const { t } = useTranslation();
  const moment = useMoment();
  return (
    <section className={css['found']} aria-label={row.name}>
      <p className={css['name']} role="status">
        <strong>{row.name}</strong>
        <span className="quiet">
          {t('callSheets.panel.printed', { day: row.day, position: row.position, name: row.printedBy })}
        </span>
      </p>
      <Due row={row} />
      {row.entered ? (
        <p className={css['again']} role="alert">
          {t('callSheets.panel.entered', {
            outcome: t(`tasks.outcome.${row.entered.outcome}`),
            moment: moment(row.entered.at),
            name: row.entered.byName,
          })}
        </p>
      ) : (
        <RowForm row={row} onEntered={onEntered} />
      )}
    </section>
  );
};

const Due = ({ row: { reasons, closed } }: { readonly row: SheetRow }) => {
  const { t } = useTranslation();
  const today = useToday();
  return (
    <>
      <ul>
        {reasons.map((reason) => (
          <li key={reason.taskId}>
            {[reason.ruleName, labelOf(reason), occasionWords(reason, today, t)].filter(Boolean).join(' · ')}
          </li>
        ))}
      </ul>
      {closed > 0 && (
        <p className="quiet small">
          {t(reasons.length > 0 ? 'callSheets.panel.closed' : 'callSheets.panel.allClosed', { count: closed })}
        </p>
      )}
    </>
  );
};

const RowForm = ({ row, onEntered }: FoundRowProps) => {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const form = useRef<HTMLDivElement>(null);
  const note = useRef<HTMLDivElement>(null);
  const again = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState(emptyRow);
  const [asked, setAsked] = useState(false);
  // as it was found: what is proposed does not run away while somebody types
  const [now] = useState(clockNow);
  const context: RowContext = { now, timeZone, sheetDay: row.day };
  const problems = checkRow(draft, context);
  const stale = [orpc.tasks.key()];
  const enter = useSave(api.tasks.enterRow, { stale, onDone: (_, { outcome }) => onEntered(outcome, true) });
  const refuse = useSave(api.tasks.enterRefusal, { stale, onDone: () => onEntered('never', false) });
  const busy = enter.isPending || refuse.isPending;

  // the letters and digits are keys from here on
  useEffect(() => form.current?.focus(), []);
  useEffect(() => {
    if (draft.outcome === 'callBack') focusIn(again);
  }, [draft.outcome]);

  const change = (next: Partial<typeof draft>): void => setDraft({ ...draft, ...next });
  const save = (): void => {
    setAsked(true);
    const input = rowInputOf(row.code, draft, context);
    if (!input || busy) return;
    const { outcome, nextAt, ...rest } = input;
    if (outcome === 'never') refuse.mutate(rest);
    else enter.mutate({ ...rest, outcome, nextAt });
  };
  useHotkeys(
    {
      ...Object.fromEntries(outcomes.map((outcome) => [outcomeKeys[outcome], () => change({ outcome })])),
      N: () => focusIn(note),
    },
    { inDialog: true },
  );
  /** Enter records wherever one is; a button of the outcomes is chosen by Space. */
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.defaultPrevented) return;
    event.preventDefault();
    save();
  };
  const called = problems.called;
  const error = enter.error ?? refuse.error;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the keys of the controls inside
    <div ref={form} className={css['form']} tabIndex={-1} onKeyDown={onKeyDown}>
      <OutcomeButtons value={draft.outcome} onChoose={(outcome) => change({ outcome })} />
      {asked && problems.outcome && (
        <p role="alert" className={css['wrong']}>
          {t('callSheets.panel.choose')}
        </p>
      )}
      {draft.outcome === 'never' && <p className={css['wrong']}>{t('callSheets.panel.neverText')}</p>}
      {draft.outcome === 'callBack' && (
        <div ref={again} className={css['dayTime']}>
          <DayTimeFields
            value={againTyped(draft, context)}
            labels={{ day: t('callSheets.panel.nextDay'), time: t('callSheets.panel.nextTime') }}
            error={problems.next === 'past' ? t('callSheets.panel.past') : undefined}
            onChange={({ day, time }) => change({ nextDay: day, nextTime: time })}
          />
        </div>
      )}
      <div className={css['dayTime']}>
        <DayTimeFields
          value={calledTyped(draft, context)}
          labels={{ day: t('callSheets.panel.day'), time: t('callSheets.panel.time') }}
          error={called === 'early' || called === 'future' ? t(`callSheets.panel.${called}`) : undefined}
          onChange={({ day, time }) => change({ day, time })}
        />
      </div>
      <div ref={note}>
        <FormField label={t('callSheets.panel.note')}>
          <TextInput
            value={draft.note}
            maxLength={500}
            suffix={<span className="key-hint">N</span>}
            onChange={(words) => change({ note: words })}
          />
        </FormField>
      </div>
      <ActionButton
        type="primary"
        danger={draft.outcome === 'never'}
        label={t('callSheets.panel.save')}
        keys="Enter"
        loading={busy}
        onClick={save}
      />
      {error !== null && error !== undefined && (
        <p role="alert" className={css['wrong']}>
          {refusalText(error, t)}
        </p>
      )}
    </div>
  );
};

const focusIn = (frame: RefObject<HTMLElement | null>): void => frame.current?.querySelector('input')?.focus();
