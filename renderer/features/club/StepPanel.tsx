import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { clockNow } from '../../lib/clock.ts';
import { fieldErrors } from '../../lib/errors.ts';
import { dayOf, timeOf } from '../../lib/formats.ts';
import { useTimeZone } from '../../lib/store.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { DayTimeFields, instantOfTyped } from '../complaints/DayTimeFields.tsx';
import { DeedPanel } from '../complaints/DeedPanel.tsx';
import panel from '../customer/sidePanel.module.css';
import type { Rescue } from './shapes.ts';
import { useClubDeed } from './useClubDeed.ts';

export interface StepPanelProps {
  readonly job: Rescue;
  readonly to: 'dispatched' | 'arrived';
  readonly onClose: () => void;
}

/** 派出 · 到达: when, and who goes. The time is now unless somebody says otherwise. */
export const StepPanel = ({ job, to, onClose }: StepPanelProps) => {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const [opened] = useState(() => {
    const now = clockNow();
    return { day: dayOf(now, timeZone), time: timeOf(now, timeZone) };
  });
  const { id, version, number } = job;
  const { kept, draft, change, save, asked, submit } = useClubDeed({
    form: `rescue.${id}.${to}`,
    begin: { crew: job.crew ?? '', at: opened, touched: false },
    call: api.rescues.move,
    said: () => t(`club.step.${to}`, { number }),
    onDone: onClose,
  });
  const at = draft.touched ? instantOfTyped(draft.at, timeZone) : undefined;
  const refused = fieldErrors(save.error, t);
  const send = (): void =>
    submit(
      at === null ? null : { id, version, to, crew: draft.crew.trim() || null, ...(at === undefined ? {} : { at }) },
    );
  return (
    <DeedPanel
      title={t(to === 'dispatched' ? 'club.step.dispatchTitle' : 'club.step.arriveTitle')}
      sub={number}
      label={t('club.step.save')}
      kept={kept}
      busy={save.isPending}
      error={save.error}
      blocked={asked ? Number(at === null) : 0}
      onSave={send}
      onClose={onClose}
    >
      <div data-first={to === 'dispatched' ? true : undefined}>
        <FormField label={t('club.field.crew')} error={refused['crew']}>
          <TextInput
            value={draft.crew}
            maxLength={60}
            placeholder={t('club.form.crewHint')}
            onChange={(crew) => change({ crew })}
          />
        </FormField>
      </div>
      <div className={`${panel['grid']} ${panel['near']}`} data-first={to === 'arrived' ? true : undefined}>
        <DayTimeFields
          value={draft.touched ? draft.at : opened}
          labels={{ day: t('club.field.day'), time: t('club.field.time') }}
          help={t('club.step.help')}
          error={refused['at']}
          onChange={(next) => change({ at: next, touched: true })}
        />
      </div>
    </DeedPanel>
  );
};
