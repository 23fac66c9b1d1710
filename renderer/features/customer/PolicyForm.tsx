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
import { RestoredNotice } from './RestoredNotice.tsx';
import { refusalText } from './refusal.ts';
import { SelectInput } from './SelectInput.tsx';
import css from './sidePanel.module.css';
import { useKeptDraft } from './useKeptDraft.ts';
import { dayOrNull, markDay } from './vehicleDraft.ts';
import { fenOrNull } from './visitDraft.ts';

export interface PolicyFormProps {
  readonly vehicleId: string;
  readonly onDone: (saved: boolean) => void;
}

interface PolicyDraft {
  readonly kind: 'compulsory' | 'commercial';
  readonly insurer: string;
  readonly policyNo: string;
  readonly startDay: string;
  readonly endDay: string;
  readonly premium: string;
  readonly boughtHere: boolean;
}

const noPolicy: PolicyDraft = {
  kind: 'commercial',
  insurer: '',
  policyNo: '',
  startDay: '',
  endDay: '',
  premium: '',
  boughtHere: true,
};

/** A policy's few facts. The end follows from the start: insurance runs a year (domain.md §4). */
export const PolicyForm = ({ vehicleId, onDone }: PolicyFormProps) => {
  const { t } = useTranslation();
  const [requestId] = useState(newRequestId);
  const { draft, change, restoredAt, discard, done } = useKeptDraft<PolicyDraft>(`policy.${vehicleId}`, noPolicy);
  const { kind, insurer, policyNo, startDay, endDay, premium, boughtHere } = draft;
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
      {
        onSuccess: () => {
          done();
          onDone(true);
        },
      },
    );
  };

  return (
    <div className={css['grid']}>
      {restoredAt !== null && (
        <div className={css['whole']}>
          <RestoredNotice at={restoredAt} onDiscard={discard} />
        </div>
      )}
      <FormField label={t('vehicle.policy.kindLabel')}>
        <SelectInput
          value={kind}
          onChange={(value) => change({ kind: value })}
          options={[
            ['commercial', t('vehicle.policy.kind.commercial')],
            ['compulsory', t('vehicle.policy.kind.compulsory')],
          ]}
        />
      </FormField>
      <FormField label={t('vehicle.policy.insurer')}>
        <TextInput value={insurer} maxLength={60} onChange={(value) => change({ insurer: value })} />
      </FormField>
      <FormField label={t('vehicle.policy.startDay')} {...said(startMark)}>
        <DayInput
          value={startDay}
          onChange={(text) => {
            const from = dayOrNull(text);
            const follows = from !== null && endDay === '';
            change({ startDay: text, ...(follows ? { endDay: addDays(addYears(from, 1), -1) } : {}) });
          }}
        />
      </FormField>
      <FormField label={t('vehicle.policy.endDay')} required {...said(endMark)}>
        <DayInput value={endDay} onChange={(value) => change({ endDay: value })} />
      </FormField>
      <FormField label={t('vehicle.policy.policyNo')}>
        <TextInput value={policyNo} maxLength={60} onChange={(value) => change({ policyNo: value })} />
      </FormField>
      <FormField label={t('vehicle.policy.premium')} {...said(premiumMark)}>
        <TextInput value={premium} inputMode="decimal" onChange={(value) => change({ premium: value })} />
      </FormField>
      <label className={inputs['check']}>
        <input
          type="checkbox"
          checked={boughtHere}
          onChange={(event) => change({ boughtHere: event.target.checked })}
        />
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
