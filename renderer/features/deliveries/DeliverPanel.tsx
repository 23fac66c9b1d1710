import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { clockNow } from '../../lib/clock.ts';
import { fieldErrors } from '../../lib/errors.ts';
import { dayOf, timeOf } from '../../lib/formats.ts';
import { useTimeZone } from '../../lib/store.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { useSave } from '../../lib/useSave.ts';
import { FormField } from '../../ui/FormField.tsx';
import { CheckIcon, WarningIcon } from '../../ui/icons.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { DayTimeFields, instantOfTyped } from '../complaints/DayTimeFields.tsx';
import { DeedPanel } from '../complaints/DeedPanel.tsx';
import panel from '../customer/sidePanel.module.css';
import { useKeptDraft } from '../customer/useKeptDraft.ts';
import css from './deliveries.module.css';
import type { DeliveryPage } from './shapes.ts';

export interface DeliverPanelProps {
  readonly delivery: DeliveryPage;
  readonly onClose: () => void;
}

/** 交付: when the keys were handed over, and why where not all of the list is settled. */
export const DeliverPanel = ({ delivery, onClose }: DeliverPanelProps) => {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const { id, version, name } = delivery;
  const [opened] = useState(() => {
    const now = clockNow();
    return { day: dayOf(now, timeZone), time: timeOf(now, timeZone) };
  });
  const [asked, setAsked] = useState(false);
  // a form that is taken up again is of now, unless somebody said when
  const kept = useKeptDraft(`delivery.${id}.deliver`, { note: '', at: opened, timed: false });
  const { draft, change } = kept;
  const open = delivery.checklist.filter(({ state }) => state === 'open');
  const save = useSave(api.deliveries.deliver, {
    stale: [orpc.deliveries.key(), orpc.customers.key(), orpc.tasks.key()],
    onDone: () => {
      kept.done();
      void notifyUndoable(t('deliveries.deliver.said', { name }), t);
      onClose();
    },
  });
  const refused = fieldErrors(save.error, t);
  const at = draft.timed ? instantOfTyped(draft.at, timeZone) : undefined;
  const ahead = typeof at === 'number' && at > clockNow();
  const atWrong = ahead ? t('errors.field.delivery-ahead') : refused['at'];
  const noteMissing = open.length > 0 && draft.note.trim() === '';
  const blocked = Number(at === null || ahead) + Number(noteMissing);
  return (
    <DeedPanel
      title={t('deliveries.deliver.title')}
      sub={name}
      label={t('deliveries.deliver.save')}
      kept={kept}
      busy={save.isPending}
      error={save.error}
      blocked={asked ? blocked : 0}
      onSave={() => {
        setAsked(true);
        if (blocked > 0 || at === null || save.isPending) return;
        save.mutate({ id, version, ...(at === undefined ? {} : { at }), note: draft.note.trim() || null });
      }}
      onClose={onClose}
    >
      <p className={open.length === 0 ? css['settled'] : css['unsettled']}>
        {open.length === 0 ? <CheckIcon size={16} /> : <WarningIcon size={16} />}
        {open.length === 0
          ? t('deliveries.deliver.allDone')
          : t('deliveries.deliver.open', {
              count: open.length,
              names: open.map((one) => one.name).join(t('customer.listSeparator')),
            })}
      </p>
      <div data-first>
        <FormField
          label={t(open.length === 0 ? 'deliveries.deliver.note' : 'deliveries.deliver.noteWhy')}
          required={open.length > 0}
          error={asked && noteMissing ? t('errors.field.checklist-open', { count: open.length }) : refused['note']}
        >
          <TextInput
            maxLength={300}
            value={draft.note}
            placeholder={t('deliveries.deliver.noteHint')}
            onChange={(note) => change({ note })}
          />
        </FormField>
      </div>
      <div className={`${panel['grid']} ${panel['near']}`}>
        <DayTimeFields
          value={draft.timed ? draft.at : opened}
          labels={{ day: t('deliveries.deliver.day'), time: t('deliveries.deliver.time') }}
          error={atWrong}
          onChange={(next) => change({ at: next, timed: true })}
        />
      </div>
      <p className="quiet small">{t('deliveries.deliver.text')}</p>
    </DeedPanel>
  );
};
