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
import { type Range, useWholes } from './useWholes.ts';
import { WholeField } from './WholeField.tsx';

type Rules = Pick<Settings, 'serviceBand' | 'insuranceReminderDays'>;
type Band = Settings['serviceBand'];

const fields = [
  'inspectionReminderDays',
  'birthdayReminderDays',
  'tradeInYears',
  'accountReviewDays',
  'sessionHours',
] as const;
type Field = (typeof fields)[number];
/** days, years and hours, as the contract has them */
const ranges: Readonly<Record<Field, Range>> = {
  inspectionReminderDays: [1, 366],
  birthdayReminderDays: [0, 60],
  tradeInYears: [1, 30],
  accountReviewDays: [1, 366],
  sessionHours: [1, 168],
};
const labels = {
  inspectionReminderDays: 'settings.reminders.inspection',
  birthdayReminderDays: 'settings.reminders.birthday',
  tradeInYears: 'settings.reminders.tradeIn',
  accountReviewDays: 'settings.reminders.accountReview',
  sessionHours: 'settings.reminders.sessionHours',
} as const satisfies Record<Field, string>;
const helps = {
  tradeInYears: 'settings.reminders.tradeInHelp',
  accountReviewDays: 'settings.reminders.accountReviewHelp',
} as const satisfies Partial<Record<Field, string>>;

/** working hours, as the contract has them */
const enquiryRanges: Readonly<Record<'answerHours', Range>> = { answerHours: [1, 240] };

/** When the next service is expected, and how early things show as due. Everything typed is checked at once. */
export const ReminderSettings = () => {
  const { t } = useTranslation();
  const may = useMay()(adminOnly);
  const kept = useStoreSettings()?.values;
  const [draft, setDraft] = useState<Partial<Rules>>({});
  const wholes = useWholes(ranges, kept);
  const enquiry = useWholes(enquiryRanges, kept?.enquiryTerms);
  const [insuranceText, setInsuranceText] = useState<string | null>(null);
  const save = useSave(api.settings.update, {
    stale: [orpc.settings.key(), orpc.home.key(), orpc.prospects.key(), orpc.accounts.key()],
    onDone: () => {
      reset();
      notify(t('common.saved'), { tone: 'green' });
    },
  });
  if (!kept) return <Loading />;
  const reset = (): void => {
    setDraft({});
    setInsuranceText(null);
    wholes.reset();
    enquiry.reset();
  };
  const now: Rules = { ...kept, ...draft };
  const band = now.serviceBand;
  const days = insuranceText === null ? now.insuranceReminderDays : readDays(insuranceText);
  const ordered = band.firstFromMonths <= band.firstToMonths && band.nextFromMonths <= band.nextToMonths;
  const changed = Object.keys(draft).length > 0 || insuranceText !== null || wholes.touched || enquiry.touched;

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
        {fields.map((field) => (
          <WholeField
            key={field}
            label={t(labels[field])}
            {...(field === 'tradeInYears' || field === 'accountReviewDays' ? { help: t(helps[field]) } : {})}
            range={ranges[field]}
            value={wholes.text(field)}
            wrong={wholes.wrong(field)}
            disabled={!may}
            onChange={(text) => wholes.type(field, text)}
          />
        ))}
        <WholeField
          label={t('settings.reminders.enquiry')}
          help={t('settings.reminders.enquiryHelp')}
          range={enquiryRanges.answerHours}
          value={enquiry.text('answerHours')}
          wrong={enquiry.wrong('answerHours')}
          disabled={!may}
          onChange={(text) => enquiry.type('answerHours', text)}
        />
        <SaveRow
          may={may}
          changed={changed && ordered && days !== null && wholes.allFine && enquiry.allFine}
          busy={save.isPending}
          error={save.error}
          onSave={() => {
            const { answerHours } = enquiry.changes;
            const terms = answerHours === undefined ? {} : { enquiryTerms: { answerHours } };
            if (days) {
              save.mutate({ values: { ...draft, ...wholes.changes, ...terms, insuranceReminderDays: [...days] } });
            }
          }}
          onReset={reset}
        />
      </div>
    </Panel>
  );
};
