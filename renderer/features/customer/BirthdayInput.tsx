import { useTranslation } from 'react-i18next';
import { birthdayText, isBirthday, nextOccurrence, parseBirthday } from '../../../db/domain/birthday.ts';
import { day as dayWords } from '../../lib/formats.ts';
import { useToday } from '../../lib/store.ts';
import { TextInput } from '../../ui/TextInput.tsx';
import { type BirthdayDraft, birthdayDraftOf, birthdayOf } from './birthdayDraft.ts';
import { FieldGroup } from './FieldGroup.tsx';
import css from './inputs.module.css';
import { SelectInput } from './SelectInput.tsx';

export interface BirthdayInputProps {
  readonly value: BirthdayDraft;
  readonly onChange: (value: BirthdayDraft) => void;
  readonly error?: string | undefined;
  readonly warning?: string | undefined;
  readonly className?: string | undefined;
}

/** 公历 or 农历, the year may stay empty; a whole birthday pasted into any of its boxes fills them all. */
export const BirthdayInput = ({ value, onChange, error, warning, className }: BirthdayInputProps) => {
  const { t, i18n } = useTranslation();
  const today = useToday();
  const birthday = birthdayOf(value);
  const good = birthday !== null && !error && isBirthday(birthday);
  const said = good && birthday.calendar === 'lunar' && i18n.language !== 'en' ? `${birthdayText(birthday)} · ` : '';
  const help = good
    ? said + t('customer.birthday.next', { day: dayWords(nextOccurrence(birthday, today)) })
    : undefined;

  const part = (name: 'year' | 'month' | 'day') => (
    <TextInput
      aria-label={t(`customer.birthday.${name}`)}
      placeholder={t(`customer.birthday.${name}`)}
      inputMode="numeric"
      value={value[name]}
      status={error ? 'error' : ''}
      {...(error ? { 'aria-invalid': true } : {})}
      onChange={(text) => {
        const whole = text.length > 4 || /\D/.test(text.trim()) ? parseBirthday(text) : undefined;
        onChange(whole ? birthdayDraftOf(whole) : { ...value, [name]: text });
      }}
    />
  );

  return (
    <FieldGroup label={t('customer.birthday.label')} error={error} warning={warning} help={help} className={className}>
      <div className={css['birthday']}>
        <SelectInput
          aria-label={t('customer.birthday.calendar')}
          value={value.calendar}
          onChange={(calendar) => onChange({ ...value, calendar, leap: calendar === 'lunar' && value.leap })}
          options={[
            ['solar', t('customer.birthday.solar')],
            ['lunar', t('customer.birthday.lunar')],
          ]}
        />
        {part('year')}
        {part('month')}
        {part('day')}
        {value.calendar === 'lunar' && (
          <label className={css['check']}>
            <input
              type="checkbox"
              checked={value.leap}
              onChange={(event) => onChange({ ...value, leap: event.target.checked })}
            />
            {t('customer.birthday.leap')}
          </label>
        )}
      </div>
    </FieldGroup>
  );
};
