import { Button } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { TextInput } from '../../ui/TextInput.tsx';
import { type DayHours, problemOf, weekdayNames } from './hoursDraft.ts';

export interface WeekHoursProps {
  readonly week: readonly DayHours[];
  readonly disabled: boolean;
  readonly onChange: (week: readonly DayHours[]) => void;
}

/** 营业时间: a row for each weekday, Monday first. */
export const WeekHours = ({ week, disabled, onChange }: WeekHoursProps) => (
  <ul className="week-hours">
    {week.map((day, at) => (
      <DayRow
        key={weekdayNames[at]}
        name={weekdayNames[at] ?? 'mon'}
        day={day}
        above={week[at - 1] ?? null}
        disabled={disabled}
        onChange={(changed) => onChange(week.map((one, index) => (index === at ? changed : one)))}
      />
    ))}
  </ul>
);

interface DayRowProps {
  readonly name: (typeof weekdayNames)[number];
  readonly day: DayHours;
  /** the weekday before, whose hours can be taken over */
  readonly above: DayHours | null;
  readonly disabled: boolean;
  readonly onChange: (day: DayHours) => void;
}

const DayRow = ({ name, day, above, disabled, onChange }: DayRowProps) => {
  const { t } = useTranslation();
  const noteId = useId();
  const weekday = t(`common.weekdays.${name}`);
  const wrong = problemOf(day);
  const time = (part: 'opens' | 'closes') => (
    <TextInput
      aria-label={t(`settings.hours.${part}Of`, { weekday })}
      aria-invalid={wrong?.at === part}
      {...(wrong?.at === part ? { status: 'error' as const, 'aria-describedby': noteId } : {})}
      value={day[part]}
      inputMode="numeric"
      maxLength={6}
      disabled={disabled}
      onChange={(text) => onChange({ ...day, [part]: text })}
    />
  );
  const asAbove =
    above !== null && (above.open !== day.open || above.opens !== day.opens || above.closes !== day.closes);
  return (
    <li>
      <label>
        <input
          type="checkbox"
          checked={day.open}
          disabled={disabled}
          onChange={(event) => onChange({ ...day, open: event.target.checked })}
        />
        {weekday}
      </label>
      {day.open ? (
        <>
          {time('opens')}
          <span aria-hidden="true">–</span>
          {time('closes')}
        </>
      ) : (
        <span className="quiet week-closed">{t('settings.hours.closed')}</span>
      )}
      {asAbove && !disabled && (
        <Button
          type="text"
          size="small"
          aria-label={t('settings.hours.asAboveOf', { weekday })}
          onClick={() => onChange(above)}
        >
          {t('settings.hours.asAbove')}
        </Button>
      )}
      {wrong && (
        <p className="form-field-error" id={noteId} role="alert">
          {t(wrong.problem === 'time-invalid' ? 'customer.check.time-invalid' : 'errors.field.closes-before-opening')}
        </p>
      )}
    </li>
  );
};
