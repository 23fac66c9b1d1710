import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { day as dayWords } from '../../lib/formats.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { DayInput } from '../customer/DayInput.tsx';
import css from '../customer/sidePanel.module.css';
import { dayOrNull } from '../customer/typedDay.ts';
import { checkDrive, type DriveDraft, type TestDrive } from './prospectDraft.ts';
import { useAddDrive } from './useAddDrive.ts';

export interface DrivesPartProps {
  readonly id: string;
  readonly models: readonly string[];
  readonly drives: readonly TestDrive[];
  /** the one being typed; left out where the prospect is closed */
  readonly typed?: {
    readonly drive: DriveDraft;
    /** a mistake in it is said */
    readonly asked: boolean;
    readonly onChange: (drive: DriveDraft) => void;
  };
}

/** 试驾: what was driven when, and what they said of it. */
export const DrivesPart = ({ id, models, drives, typed }: DrivesPartProps) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const list = useId();
  const [asked, setAsked] = useState(false);
  const add = useAddDrive(id);
  const remove = useMutation({
    mutationFn: (drive: TestDrive) =>
      api.prospects.removeTestDrive({ testDriveId: drive.id, version: drive.version, requestId: newRequestId() }),
    onSuccess: (_done, drive) => void notifyUndoable(t('prospects.driveRemoved', { model: drive.model }), t),
    onSettled: () => client.invalidateQueries({ queryKey: orpc.prospects.key() }),
  });
  const submit = (): void => {
    setAsked(true);
    if (!typed || add.isPending || typed.drive.model.trim() === '' || checkDrive(typed.drive)) return;
    add.mutate(typed.drive, {
      onSuccess: () => {
        setAsked(false);
        typed.onChange({ ...typed.drive, model: '', remark: '' });
      },
    });
  };
  const problem = typed && (checkDrive(typed.drive) ?? (asked && typed.drive.model.trim() === '' ? 'model' : null));
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
            {typed && (
              <span className={css['rowEnd']}>
                <Button size="small" onClick={() => remove.mutate(drive)}>
                  {t('common.remove')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {typed && (
        <div className={css['grid3']}>
          <FormField
            label={t('prospects.driveModel')}
            {...(problem === 'model' && (asked || typed.asked) ? { error: t('errors.field.required') } : {})}
          >
            <TextInput
              value={typed.drive.model}
              maxLength={60}
              list={list}
              onChange={(model) => typed.onChange({ ...typed.drive, model })}
              onPressEnter={submit}
            />
          </FormField>
          <FormField
            label={t('prospects.driveDay')}
            {...(dayOrNull(typed.drive.day) === null ? { error: t('customer.check.day-invalid') } : {})}
          >
            <DayInput value={typed.drive.day} onChange={(day) => typed.onChange({ ...typed.drive, day })} />
          </FormField>
          <FormField label={t('prospects.driveRemark')}>
            <TextInput
              value={typed.drive.remark}
              maxLength={300}
              onChange={(remark) => typed.onChange({ ...typed.drive, remark })}
              onPressEnter={submit}
            />
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
