import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { fieldErrors } from '../../lib/errors.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { notify } from '../../lib/notices.ts';
import { useToday } from '../../lib/store.ts';
import { useSave } from '../../lib/useSave.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { DayInput } from '../customer/DayInput.tsx';
import { SaveFoot } from '../customer/SaveFoot.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import css from '../customer/sidePanel.module.css';
import { dayOrNull } from '../customer/typedDay.ts';
import type { Membership } from './shapes.ts';

export interface ParticipationPanelProps {
  readonly membership: Membership;
  readonly onClose: () => void;
}

/** 参与记录: an event that the member took part in, which may count towards a higher tier. */
export const ParticipationPanel = ({ membership, onClose }: ParticipationPanelProps) => {
  const { t } = useTranslation();
  const today = useToday();
  const [name, setName] = useState('');
  const [typedDay, setTypedDay] = useState(today);
  const [asked, setAsked] = useState(false);
  const day = dayOrNull(typedDay);
  const noName = name.trim() === '';
  const blocked = Number(noName) + Number(day === null);
  const add = useSave(api.members.addParticipation, {
    stale: [orpc.members.key()],
    onDone: () => {
      notify(t('members.participation.done', { name: name.trim() }), { tone: 'green' });
      onClose();
    },
  });
  const refused = fieldErrors(add.error, t);
  const dayError = day === null ? t('errors.field.day-invalid') : refused['day'];
  const submit = (): void => {
    setAsked(true);
    if (blocked === 0 && day !== null && !add.isPending) {
      add.mutate({ customerId: membership.customerId, day, name: name.trim() });
    }
  };
  useHotkeys({ 'Ctrl+S': submit }, { inDialog: true });
  return (
    <SidePanel
      title={t('members.participation.title')}
      sub={membership.holder}
      onClose={onClose}
      foot={
        <SaveFoot
          label={t('members.participation.save')}
          busy={add.isPending}
          error={add.error}
          blocked={asked ? blocked : 0}
          onSave={submit}
        />
      }
    >
      <div className={css['grid']}>
        <FormField
          label={t('members.participation.name')}
          required
          {...(asked && noName ? { error: t('errors.field.required') } : {})}
        >
          <TextInput value={name} maxLength={60} placeholder={t('members.participation.hint')} onChange={setName} />
        </FormField>
        <FormField label={t('members.participation.day')} required {...(dayError ? { error: dayError } : {})}>
          <DayInput value={typedDay} onChange={setTypedDay} />
        </FormField>
      </div>
    </SidePanel>
  );
};
