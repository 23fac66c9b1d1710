import { Button } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { notify } from '../../lib/notices.ts';
import { useToday } from '../../lib/store.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { checkCustomer } from './checkCustomer.ts';
import { errorPaths, fieldNotes } from './checkMark.ts';
import type { CustomerDraft } from './customerDraft.ts';
import { FirstFields } from './FirstFields.tsx';
import css from './form.module.css';
import { MoreFields } from './MoreFields.tsx';
import { RestoredNotice } from './RestoredNotice.tsx';
import { refusalText, refusedFields } from './refusal.ts';
import { SlowNotice } from './SlowNotice.tsx';
import { TwinNotice } from './TwinNotice.tsx';
import type { KeptDraft } from './useKeptDraft.ts';
import { useTwins } from './useTwins.ts';

export interface CustomerFormProps {
  readonly title: string;
  readonly sub?: string;
  /** left out for a new customer */
  readonly customerId?: string;
  readonly kept: KeptDraft<CustomerDraft>;
  /** with the first vehicle, of a new customer */
  readonly withVehicle: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSave: () => void;
  readonly onLeave: () => void;
  /** what stands above the fields: a conflict to decide */
  readonly children?: ReactNode;
}

/** What the parts of the form need: values, a way to change them, and what is said beside each. */
export interface FormPart {
  readonly draft: CustomerDraft;
  readonly change: KeptDraft<CustomerDraft>['change'];
  readonly notes: (path: string) => { readonly error?: string; readonly warning?: string };
}

/** The customer form: three fields that matter, the rest below; checked as typed, Ctrl S saves, Esc leaves and keeps a draft. */
export const CustomerForm = ({
  title,
  sub,
  customerId,
  kept,
  withVehicle,
  busy,
  error,
  onSave,
  onLeave,
  children,
}: CustomerFormProps) => {
  const { t } = useTranslation();
  const today = useToday();
  const form = useRef<HTMLFormElement>(null);
  const [asked, setAsked] = useState(false);
  const { draft, change } = kept;
  const marks = checkCustomer(draft, today);
  const refused = refusedFields(error, t);
  const blocked = errorPaths(marks);
  const twins = useTwins({
    phone: draft.phones[0]?.number ?? '',
    ...(withVehicle ? { plate: draft.vehicle.plate, vin: draft.vehicle.vin } : {}),
    ...(customerId === undefined ? {} : { exceptId: customerId }),
  });
  const notes: FormPart['notes'] = (path) =>
    path === 'name' && !asked && draft.name === '' ? {} : fieldNotes(path, marks, refused, t);

  const toFirstError = (): void => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  const save = (): void => {
    setAsked(true);
    if (busy) return;
    if (blocked.length > 0) requestAnimationFrame(toFirstError);
    else onSave();
  };
  const leave = (): void => {
    if (kept.touched) notify(t('customer.form.draftKept'));
    onLeave();
  };
  useHotkeys({ 'Ctrl+S': save, Escape: leave });
  useEffect(() => form.current?.querySelector<HTMLElement>('[data-first] input')?.focus(), []);

  const part: FormPart = { draft, change, notes };
  return (
    <form
      ref={form}
      className={css['form']}
      aria-label={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className={css['bar']}>
        <h1>{title}</h1>
        {sub && <span className="quiet">{sub}</span>}
        <div className={css['barEnd']}>
          {asked && blocked.length > 0 ? (
            <span role="alert" className={css['failed']}>
              {t('customer.form.errorsLeft', { n: blocked.length })}{' '}
              <Button size="small" type="link" onClick={toFirstError}>
                {t('customer.form.firstError')}
              </Button>
            </span>
          ) : error ? (
            <span role="alert" className={css['failed']}>
              {refusalText(error, t)}
            </span>
          ) : null}
          <SlowNotice busy={busy} />
          <Button onClick={leave}>
            {t('customer.form.cancel')}
            <KeyHint keys="Esc" />
          </Button>
          <Button type="primary" loading={busy} onClick={save} aria-keyshortcuts="Control+S">
            {t('customer.form.save')}
            <KeyHint keys="Ctrl+S" />
          </Button>
        </div>
      </div>
      <RestoredNotice at={kept.restoredAt} onDiscard={kept.discard} />
      {children}
      <TwinNotice twins={twins} />
      <FirstFields {...part} withPlate={withVehicle} />
      <MoreFields {...part} withVehicle={withVehicle} customerId={customerId} />
    </form>
  );
};
