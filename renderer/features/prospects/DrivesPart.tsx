import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { day as dayWords } from '../../lib/formats.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { useMe } from '../../lib/session.ts';
import { useToday } from '../../lib/store.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { DayInput } from '../customer/DayInput.tsx';
import css from '../customer/sidePanel.module.css';
import { dayOrNull } from '../customer/vehicleDraft.ts';
import type { TestDrive } from './prospectDraft.ts';

export interface DrivesPartProps {
  readonly id: string;
  readonly models: readonly string[];
  readonly drives: readonly TestDrive[];
  readonly closed?: boolean;
}

/** 试驾: what was driven when, and what they said of it. */
export const DrivesPart = ({ id, models, drives, closed }: DrivesPartProps) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const today = useToday();
  const me = useMe();
  const list = useId();
  const [model, setModel] = useState('');
  const [day, setDay] = useState(today);
  const [remark, setRemark] = useState('');
  const [asked, setAsked] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: orpc.prospects.key() });
  const add = useMutation({
    mutationFn: (input: { readonly day: string; readonly model: string }) =>
      api.prospects.addTestDrive({
        id,
        ...input,
        adviserId: me?.staffId ?? null,
        remark: remark.trim() || null,
        requestId: newRequestId(),
      }),
    onSuccess: () => {
      setModel('');
      setRemark('');
      setAsked(false);
      void refresh();
    },
  });
  const remove = useMutation({
    mutationFn: (drive: TestDrive) =>
      api.prospects.removeTestDrive({ testDriveId: drive.id, version: drive.version, requestId: newRequestId() }),
    onSettled: refresh,
  });
  const driven = dayOrNull(day);
  const submit = (): void => {
    setAsked(true);
    if (model.trim() !== '' && driven !== null && !add.isPending) add.mutate({ day: driven, model: model.trim() });
  };
  const failure = add.error ?? remove.error;
  return (
    <section className={css['part']} aria-label={t('prospects.drives')}>
      <h3>{t('prospects.drives')}</h3>
      {drives.length === 0 && <p className="quiet">{t('prospects.noDrives')}</p>}
      <ul className={css['rows']}>
        {drives.map((drive) => (
          <li key={drive.id} className={css['row']}>
            <span>{dayWords(drive.day)}</span>
            <strong>{drive.model}</strong>
            <span className="quiet">{[drive.adviserName, drive.remark].filter(Boolean).join(' · ')}</span>
            {!closed && (
              <span className={css['rowEnd']}>
                <Button size="small" onClick={() => remove.mutate(drive)}>
                  {t('common.remove')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {!closed && (
        <div className={css['grid3']}>
          <FormField
            label={t('prospects.driveModel')}
            {...(asked && model.trim() === '' ? { error: t('errors.field.required') } : {})}
          >
            <TextInput value={model} maxLength={60} list={list} onChange={setModel} onPressEnter={submit} />
          </FormField>
          <FormField
            label={t('prospects.driveDay')}
            {...(driven === null ? { error: t('customer.check.day-invalid') } : {})}
          >
            <DayInput value={day} onChange={setDay} />
          </FormField>
          <FormField label={t('prospects.driveRemark')}>
            <TextInput value={remark} maxLength={300} onChange={setRemark} onPressEnter={submit} />
          </FormField>
          <div>
            <Button loading={add.isPending} onClick={submit}>
              {t('prospects.addDrive')}
            </Button>
          </div>
        </div>
      )}
      <datalist id={list}>
        {models.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      {failure && (
        <p role="alert" className={css['failed']}>
          {errorText(failure, t)}
        </p>
      )}
    </section>
  );
};
