import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, addYears } from '../../../db/domain/day.ts';
import { orpc } from '../../lib/api.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { type CheckMark, markText } from './checkMark.ts';
import { DayInput } from './DayInput.tsx';
import inputs from './inputs.module.css';
import { refusalText } from './refusal.ts';
import { SelectInput } from './SelectInput.tsx';
import css from './sidePanel.module.css';
import { dayOrNull, markDay } from './vehicleDraft.ts';
import { fenOrNull } from './visitDraft.ts';

export interface PolicyFormProps {
  readonly vehicleId: string;
  readonly onDone: (saved: boolean) => void;
}

/** A policy's few facts. The end follows from the start: insurance runs a year (domain.md §4). */
export const PolicyForm = ({ vehicleId, onDone }: PolicyFormProps) => {
  const { t } = useTranslation();
  const [requestId] = useState(newRequestId);
  const [kind, setKind] = useState<'compulsory' | 'commercial'>('commercial');
  const [insurer, setInsurer] = useState('');
  const [policyNo, setPolicyNo] = useState('');
  const [startDay, setStartDay] = useState('');
  const [endDay, setEndDay] = useState('');
  const [premium, setPremium] = useState('');
  const [boughtHere, setBoughtHere] = useState(true);
  const [asked, setAsked] = useState(false);
  const add = useMutation(orpc.vehicles.addPolicy.mutationOptions());

  const start = dayOrNull(startDay);
  const end = dayOrNull(endDay);
  const endMark: CheckMark | null =
    markDay(endDay) ??
    (asked && end === null ? { level: 'error', reason: 'required' } : null) ??
    (start !== null && end !== null && end < start ? { level: 'error', reason: 'day-order' } : null);
  const startMark = markDay(startDay);
  const premiumMark: CheckMark | null =
    premium.trim() !== '' && fenOrNull(premium) === null ? { level: 'error', reason: 'amount-invalid' } : null;
  const said = (mark: CheckMark | null) => (mark ? { error: markText(mark, t) } : {});

  const save = (): void => {
    setAsked(true);
    if (end === null || endMark || startMark || premiumMark || add.isPending) return;
    add.mutate(
      {
        id: vehicleId,
        kind,
        insurer: insurer.trim() || null,
        policyNo: policyNo.trim() || null,
        startDay: start,
        endDay: end,
        premiumFen: fenOrNull(premium),
        boughtHere,
        requestId,
      },
      { onSuccess: () => onDone(true) },
    );
  };

  return (
    <div className={css['grid']}>
      <FormField label={t('vehicle.policy.kindLabel')}>
        <SelectInput
          value={kind}
          onChange={setKind}
          options={[
            ['commercial', t('vehicle.policy.kind.commercial')],
            ['compulsory', t('vehicle.policy.kind.compulsory')],
          ]}
        />
      </FormField>
      <FormField label={t('vehicle.policy.insurer')}>
        <TextInput value={insurer} maxLength={60} onChange={setInsurer} />
      </FormField>
      <FormField label={t('vehicle.policy.startDay')} {...said(startMark)}>
        <DayInput
          value={startDay}
          onChange={(text) => {
            setStartDay(text);
            const from = dayOrNull(text);
            if (from !== null && endDay === '') setEndDay(addDays(addYears(from, 1), -1));
          }}
        />
      </FormField>
      <FormField label={t('vehicle.policy.endDay')} required {...said(endMark)}>
        <DayInput value={endDay} onChange={setEndDay} />
      </FormField>
      <FormField label={t('vehicle.policy.policyNo')}>
        <TextInput value={policyNo} maxLength={60} onChange={setPolicyNo} />
      </FormField>
      <FormField label={t('vehicle.policy.premium')} {...said(premiumMark)}>
        <TextInput value={premium} inputMode="decimal" onChange={setPremium} />
      </FormField>
      <label className={inputs['check']}>
        <input type="checkbox" checked={boughtHere} onChange={(event) => setBoughtHere(event.target.checked)} />
        {t('vehicle.policy.boughtHere')}
      </label>
      <div className={css['buttons']}>
        <Button type="primary" loading={add.isPending} onClick={save}>
          {t('vehicle.policy.save')}
        </Button>
        <Button onClick={() => onDone(false)}>{t('common.cancel')}</Button>
      </div>
      {add.error && (
        <p role="alert" className={`${css['failed']} ${css['whole']}`}>
          {refusalText(add.error, t)}
        </p>
      )}
    </div>
  );
};
