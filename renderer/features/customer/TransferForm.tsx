import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkPhone } from '../../../db/domain/phone.ts';
import { api } from '../../lib/api.ts';
import { useGo } from '../../lib/place.ts';
import { useToday } from '../../lib/store.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { useSave } from '../../lib/useSave.ts';
import { Chip } from '../../ui/Chip.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { WarningIcon } from '../../ui/icons.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { CustomerPicker } from './CustomerPicker.tsx';
import { markText } from './checkMark.ts';
import { DayInput } from './DayInput.tsx';
import { plateText } from './plateText.ts';
import { refusalText, refusedFields } from './refusal.ts';
import { saidWarnings } from './saidWarnings.ts';
import type { VehicleFacts } from './shapes.ts';
import css from './sidePanel.module.css';
import { dayOrNull, markDay } from './typedDay.ts';
import { useTwins } from './useTwins.ts';

export interface TransferFormProps {
  readonly vehicle: VehicleFacts;
  /** who has it now */
  readonly customerId: string;
  readonly onDone: () => void;
}

interface Person {
  readonly id: string;
  readonly name: string;
}

/** 过户: to a customer found as in the one box, or to somebody new by name and phone. */
export const TransferForm = ({ vehicle, customerId, onDone }: TransferFormProps) => {
  const { t } = useTranslation();
  const today = useToday();
  const go = useGo();
  const [isNew, setIsNew] = useState(false);
  const [owner, setOwner] = useState<Person | null>(null);
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [day, setDay] = useState(today);
  const [asked, setAsked] = useState(false);
  const twins = useTwins(isNew ? { phone } : {});
  const on = dayOrNull(day);
  const dayMark = markDay(day);
  const plate = vehicle.plate === null ? t('vehicle.unnamed') : plateText(vehicle.plate);
  const missing = isNew ? name.trim() === '' : owner === null;
  const badPhone = phone.trim() !== '' && !checkPhone(phone).ok;

  const save = useSave(api.vehicles.transfer, {
    onDone: ({ customerId: newId, warnings }) => {
      const to = isNew ? name.trim() : (owner?.name ?? '');
      void notifyUndoable(t('vehicle.life.done.transfer', { plate, name: to }), t);
      saidWarnings(warnings, t);
      onDone();
      go(`/customers/${newId}`);
    },
  });
  const refused = refusedFields(save.error, t);
  const submit = (): void => {
    setAsked(true);
    if (missing || on === null || (isNew && badPhone) || save.isPending) return;
    save.mutate({
      id: vehicle.id,
      version: vehicle.version,
      day: on,
      toCustomerId: isNew ? null : (owner?.id ?? null),
      newOwner: isNew ? { name: name.trim(), phone: phone.trim() || null } : null,
    });
  };
  const known = Object.keys(refused).some((path) =>
    ['day', 'newOwner.name', 'newOwner.phone', 'toCustomerId'].includes(path),
  );

  return (
    <>
      <p className="quiet small">{t('vehicle.life.text.transfer')}</p>
      <div className={css['ways']}>
        <Chip pressed={!isNew} onPress={() => setIsNew(false)}>
          {t('vehicle.life.onFile')}
        </Chip>
        <Chip pressed={isNew} onPress={() => setIsNew(true)}>
          {t('vehicle.life.notOnFile')}
        </Chip>
      </div>
      <div className={`${css['grid']} ${css['near']}`}>
        {isNew ? (
          <>
            <FormField
              label={t('vehicle.life.ownerName')}
              required
              error={refused['newOwner.name'] ?? (asked && missing ? t('customer.check.name-required') : undefined)}
            >
              <TextInput autoFocus value={name} maxLength={60} onChange={setName} />
            </FormField>
            <FormField
              label={t('vehicle.life.ownerPhone')}
              error={refused['newOwner.phone'] ?? (badPhone ? t('customer.check.phone-invalid') : undefined)}
            >
              <TextInput value={phone} inputMode="tel" maxLength={40} onChange={setPhone} />
            </FormField>
          </>
        ) : (
          <FormField
            className={css['whole'] ?? ''}
            label={t('vehicle.life.owner')}
            required
            error={refused['toCustomerId'] ?? (asked && missing ? t('vehicle.life.ownerMissing') : undefined)}
          >
            <CustomerPicker label={t('vehicle.life.owner')} value={owner} exceptId={customerId} onChange={setOwner} />
          </FormField>
        )}
        <FormField
          label={t('vehicle.life.day.transfer')}
          error={refused['day'] ?? (dayMark ? markText(dayMark, t) : undefined)}
        >
          <DayInput value={day} onChange={setDay} />
        </FormField>
        <div className={css['endButton']}>
          <Button type="primary" loading={save.isPending} onClick={submit}>
            {t('vehicle.life.confirm.transfer')}
          </Button>
        </div>
      </div>
      {twins.length > 0 && (
        <div className={css['restored']} role="status">
          <WarningIcon size={16} />
          {twins.slice(0, 1).map((twin) => (
            <span key={twin.id}>
              {t('customer.twins.phone', { name: twin.name })}{' '}
              <Button
                size="small"
                onClick={() => {
                  setOwner({ id: twin.id, name: twin.name });
                  setIsNew(false);
                }}
              >
                {t('vehicle.life.useTwin', { name: twin.name })}
              </Button>
            </span>
          ))}
        </div>
      )}
      {save.error !== null && !known && (
        <p role="alert" className={css['failed']}>
          {refusalText(save.error, t)}
        </p>
      )}
    </>
  );
};
