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
import { dayOrNull, markDay } from './typedDay.ts';
import { useKeptDraft } from './useKeptDraft.ts';
import { fenOrNull } from './visitDraft.ts';

export interface PolicyFormProps {
  readonly vehicleId: string;
  /** the policy that was added; null: none was */
  readonly onDone: (policyId: string | null) => void;
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

const emptyPolicy: PolicyDraft = {
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
  const { draft, change, discard, done } = useKeptDraft(`policy.of.${vehicleId}`, emptyPolicy);
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
        onSuccess: ({ policyId }) => {
          done();
          onDone(policyId);
        },
      },
    );
  };

  return (
    <div className={css['grid']}>
      <FormField label={t('vehicle.policy.kindLabel')}>
        <SelectInput
          value={kind}
          onChange={(next) => change({ kind: next })}
          options={[
            ['commercial', t('vehicle.policy.kind.commercial')],
            ['compulsory', t('vehicle.policy.kind.compulsory')],
          ]}
        />
      </FormField>
      <FormField label={t('vehicle.policy.insurer')}>
        <TextInput value={insurer} maxLength={60} onChange={(next) => change({ insurer: next })} />
      </FormField>
      <FormField label={t('vehicle.policy.startDay')} {...said(startMark)}>
        <DayInput
          value={startDay}
          onChange={(text) => {
            const from = dayOrNull(text);
            const end = from !== null && endDay === '' ? { endDay: addDays(addYears(from, 1), -1) } : {};
            change({ startDay: text, ...end });
          }}
        />
      </FormField>
      <FormField label={t('vehicle.policy.endDay')} required {...said(endMark)}>
        <DayInput value={endDay} onChange={(next) => change({ endDay: next })} />
      </FormField>
      <FormField label={t('vehicle.policy.policyNo')}>
        <TextInput value={policyNo} maxLength={60} onChange={(next) => change({ policyNo: next })} />
      </FormField>
      <FormField label={t('vehicle.policy.premium')} {...said(premiumMark)}>
        <TextInput value={premium} inputMode="decimal" onChange={(next) => change({ premium: next })} />
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
        <Button
          onClick={() => {
            discard();
            onDone(null);
          }}
        >
          {t('common.cancel')}
        </Button>
      </div>
      {add.error && (
        <p role="alert" className={`${css['failed']} ${css['whole']}`}>
          {refusalText(add.error, t)}
        </p>
      )}
    </div>
  );
};
