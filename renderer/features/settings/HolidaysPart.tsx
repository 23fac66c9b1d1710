import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shippedHolidays } from '../../../db/domain/holidays.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ChipGroup } from '../../ui/ChipGroup.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { DayInput } from '../customer/DayInput.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import own from './complaintRules.module.css';
import { holidaySpans, holidayWords } from './complaintSentences.ts';
import { type HolidayText, holidaysForm, readHolidays, type YearText, yearToEdit } from './holidaysForm.ts';
import { RuleAbsent } from './RuleAbsent.tsx';
import { RuleFrame } from './RuleFrame.tsx';
import css from './rules.module.css';
import { TableText } from './TableText.tsx';
import { useRule } from './useRule.ts';

const asForm = { key: 'holidayYears', formOf: holidaysForm, read: readHolidays } as const;

/** 节假日与调休: a year at a time, as shipped or as the store entered it. */
export const HolidaysPart = () => {
  const { t } = useTranslation();
  const { rule, absent } = useRule(asForm);
  const [chosen, setChosen] = useState<number | null>(null);
  if (!rule) return <RuleAbsent {...absent} />;
  const { form, change, say, today } = rule;
  const thisYear = Number(today.slice(0, 4));
  const entered = form.years.map(({ year }) => year);
  const offered = [...new Set([thisYear - 1, thisYear, thisYear + 1, thisYear + 2, ...entered])].sort((a, b) => a - b);
  const year = chosen ?? thisYear;
  const own = form.years.find((one) => one.year === year);
  const setYear = (next: YearText): void =>
    change({ years: form.years.map((one) => (one.year === next.year ? next : one)) });
  return (
    <RuleFrame rule={rule} text={t('complaintRules.holidays.text')}>
      <ChipGroup label={t('complaintRules.holidays.year')}>
        {offered.map((one) => (
          <Chip key={one} pressed={one === year} onPress={() => setChosen(one)}>
            {entered.includes(one) ? t('complaintRules.holidays.ownMark', { year: one }) : one}
          </Chip>
        ))}
      </ChipGroup>
      {own ? (
        <OwnYear
          year={own}
          say={say}
          onChange={setYear}
          onBack={() => change({ years: form.years.filter((one) => one.year !== year) })}
        />
      ) : (
        <ShippedYear year={year} onEdit={() => change({ years: [...form.years, yearToEdit(year)] })} />
      )}
    </RuleFrame>
  );
};

/** As published, to be read; or nothing yet. */
const ShippedYear = ({ year, onEdit }: { readonly year: number; readonly onEdit: () => void }) => {
  const { t } = useTranslation();
  const days = shippedHolidays(year);
  return (
    <>
      <p className="quiet">
        {t(days.length > 0 ? 'complaintRules.holidays.shipped' : 'complaintRules.holidays.plain', { year })}
      </p>
      {days.length > 0 && (
        <ul className={css['sentences']}>
          {holidaySpans(days).map((span) => (
            <li key={span.from}>{holidayWords(span, t)}</li>
          ))}
        </ul>
      )}
      <div>
        <Button onClick={onEdit}>
          {t(days.length > 0 ? 'complaintRules.holidays.copy' : 'complaintRules.holidays.begin')}
        </Button>
      </div>
    </>
  );
};

interface OwnYearProps {
  readonly year: YearText;
  readonly say: (path: string) => string | undefined;
  readonly onChange: (year: YearText) => void;
  readonly onBack: () => void;
}

const OwnYear = ({ year: { year, days }, say, onChange, onBack }: OwnYearProps) => {
  const { t } = useTranslation();
  const set = (at: number, part: Partial<HolidayText>): void =>
    onChange({ year, days: days.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  return (
    <>
      <p className="quiet">{t('complaintRules.holidays.own', { year })}</p>
      {days.length === 0 ? (
        <p>{t('complaintRules.holidays.none')}</p>
      ) : (
        <div className={css['tableWrap']}>
          <table className={css['table']}>
            <thead>
              <tr>
                <th scope="col">{t('complaintRules.holidays.day')}</th>
                <th scope="col">{t('complaintRules.holidays.kind')}</th>
                <th scope="col">{t('complaintRules.holidays.name')}</th>
                <th scope="col">
                  <span className="heard-only">{t('common.remove')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {days.map((one, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: days that are being typed have no other identity
                <tr key={at}>
                  <td className={own['dayCell']}>
                    <DayInput
                      aria-label={t('complaintRules.holidays.dayOf', { n: at + 1 })}
                      value={one.day}
                      onChange={(day) => set(at, { day })}
                    />
                    {say(`${year}.${at}.day`) && (
                      <div className={css['cellWrong']} role="alert">
                        {say(`${year}.${at}.day`)}
                      </div>
                    )}
                  </td>
                  <td className={own['kindCell']}>
                    <SelectInput<'off' | 'work'>
                      aria-label={t('complaintRules.holidays.kindOf', { n: at + 1 })}
                      value={one.off ? 'off' : 'work'}
                      options={[
                        ['off', t('complaintRules.holidays.off')],
                        ['work', t('complaintRules.holidays.work')],
                      ]}
                      onChange={(kind) => set(at, { off: kind === 'off' })}
                    />
                  </td>
                  <td className={css['name']}>
                    <TableText
                      words
                      label={t('complaintRules.holidays.nameOf', { n: at + 1 })}
                      value={one.name}
                      maxLength={20}
                      wrong={say(`${year}.${at}.name`)}
                      onChange={(name) => set(at, { name })}
                    />
                  </td>
                  <td>
                    <Button
                      aria-label={t('complaintRules.holidays.removeOf', { day: one.day })}
                      onClick={() => onChange({ year, days: days.filter((_, index) => index !== at) })}
                    >
                      {t('common.remove')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {say(String(year)) && (
        <p className={css['cellWrong']} role="alert">
          {say(String(year))}
        </p>
      )}
      <div className={css['chips']}>
        <Button
          icon={<PlusIcon size={16} />}
          onClick={() => onChange({ year, days: [...days, { day: '', off: true, name: days.at(-1)?.name ?? '' }] })}
        >
          {t('complaintRules.holidays.add')}
        </Button>
        <Button onClick={onBack}>
          {t(shippedHolidays(year).length > 0 ? 'complaintRules.holidays.back' : 'complaintRules.holidays.backPlain')}
        </Button>
      </div>
    </>
  );
};
