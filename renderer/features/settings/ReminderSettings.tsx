import { InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../db/contract/settings.ts';
import { api, orpc } from '../../lib/api.ts';
import { notify } from '../../lib/notices.ts';
import { adminOnly } from '../../lib/roles.ts';
import { useMay } from '../../lib/session.ts';
import { useStoreSettings } from '../../lib/store.ts';
import { useSave } from '../../lib/useSave.ts';
import { FormField } from '../../ui/FormField.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { readDays } from './readDays.ts';
import { SaveRow } from './SaveRow.tsx';

type Rules = Pick<
  Settings,
  'serviceBand' | 'insuranceReminderDays' | 'inspectionReminderDays' | 'birthdayReminderDays' | 'sessionHours'
>;
type Band = Settings['serviceBand'];

/** When the next service is expected, and how early things show as due. */
export const ReminderSettings = () => {
  const { t } = useTranslation();
  const may = useMay()(adminOnly);
  const kept = useStoreSettings()?.values;
  const [draft, setDraft] = useState<Partial<Rules>>({});
  const [insuranceText, setInsuranceText] = useState<string | null>(null);
  const save = useSave(api.settings.update, {
    stale: [orpc.settings.key()],
    onDone: () => {
      reset();
      notify(t('common.saved'), { tone: 'green' });
    },
  });
  if (!kept) return <Loading />;
  const reset = (): void => {
    setDraft({});
    setInsuranceText(null);
  };
  const now: Rules = { ...kept, ...draft };
  const band = now.serviceBand;
  const days = insuranceText === null ? now.insuranceReminderDays : readDays(insuranceText);
  const ordered = band.firstFromMonths <= band.firstToMonths && band.nextFromMonths <= band.nextToMonths;
  const changed = Object.keys(draft).length > 0 || insuranceText !== null;

  const months = (field: keyof Band, label: string) => (
    <FormField label={label}>
      <InputNumber
        controls={false}
        min={1}
        max={60}
        precision={0}
        value={band[field]}
        disabled={!may}
        onChange={(value) => value !== null && setDraft({ ...draft, serviceBand: { ...band, [field]: value } })}
      />
    </FormField>
  );
  const count = (
    field: 'inspectionReminderDays' | 'birthdayReminderDays' | 'sessionHours',
    label: string,
    least: number,
    most: number,
  ) => (
    <FormField label={label}>
      <InputNumber
        controls={false}
        min={least}
        max={most}
        precision={0}
        value={now[field]}
        disabled={!may}
        onChange={(value) => value !== null && setDraft({ ...draft, [field]: value })}
      />
    </FormField>
  );

  return (
    <Panel title={t('settings.section.reminders')}>
      <div className="settings-form">
        <h3>{t('settings.reminders.band')}</h3>
        <p className="quiet">{t('settings.reminders.bandText')}</p>
        <div className="settings-row">
          <strong>{t('settings.reminders.first')}</strong>
          {months('firstFromMonths', t('settings.reminders.from'))}
          {months('firstToMonths', t('settings.reminders.to'))}
        </div>
        <div className="settings-row">
          <strong>{t('settings.reminders.next')}</strong>
          {months('nextFromMonths', t('settings.reminders.from'))}
          {months('nextToMonths', t('settings.reminders.to'))}
        </div>
        {!ordered && (
          <p className="form-field-error" role="alert">
            {t('settings.reminders.order')}
          </p>
        )}
        <FormField
          label={t('settings.reminders.insurance')}
          help={t('settings.reminders.insuranceHelp')}
          error={days === null ? t('settings.reminders.insuranceInvalid') : undefined}
        >
          <TextInput
            value={insuranceText ?? now.insuranceReminderDays.join(', ')}
            onChange={setInsuranceText}
            disabled={!may}
          />
        </FormField>
        {count('inspectionReminderDays', t('settings.reminders.inspection'), 1, 366)}
        {count('birthdayReminderDays', t('settings.reminders.birthday'), 0, 60)}
        {count('sessionHours', t('settings.reminders.sessionHours'), 1, 168)}
        <SaveRow
          may={may}
          changed={changed && ordered && days !== null}
          busy={save.isPending}
          error={save.error}
          onSave={() => {
            if (days) save.mutate({ values: { ...draft, insuranceReminderDays: [...days] } });
          }}
          onReset={reset}
        />
      </div>
    </Panel>
  );
};
