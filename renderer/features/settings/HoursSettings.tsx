import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../db/contract/settings.ts';
import { api, orpc } from '../../lib/api.ts';
import { notify } from '../../lib/notices.ts';
import { adminOnly } from '../../lib/roles.ts';
import { useMay } from '../../lib/session.ts';
import { useStoreSettings } from '../../lib/store.ts';
import { useSave } from '../../lib/useSave.ts';
import { Loading } from '../../ui/Loading.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { type DayHours, hoursOf, weekOf } from './hoursDraft.ts';
import { SaveRow } from './SaveRow.tsx';
import { type Range, useWholes } from './useWholes.ts';
import { WeekHours } from './WeekHours.tsx';
import { WholeField } from './WholeField.tsx';

const fields = ['bookingMinutes', 'adviserMinutesPerDay', 'longWaitMinutes'] as const;
type Field = (typeof fields)[number];
/** minutes, as the contract has them */
const ranges: Readonly<Record<Field, Range>> = {
  bookingMinutes: [5, 720],
  adviserMinutesPerDay: [30, 1440],
  longWaitMinutes: [10, 1440],
};

/** 营业与预约: when the store is open, how much an adviser takes on, and from when on a wait is long. */
export const HoursSettings = () => {
  const { t } = useTranslation();
  const may = useMay()(adminOnly);
  const kept: Settings | undefined = useStoreSettings()?.values;
  const [week, setWeek] = useState<readonly DayHours[] | null>(null);
  const wholes = useWholes(ranges, kept);
  const save = useSave(api.settings.update, {
    stale: [orpc.settings.key(), orpc.board.key(), orpc.appointments.key()],
    onDone: () => {
      reset();
      notify(t('common.saved'), { tone: 'green' });
    },
  });
  if (!kept) return <Loading />;
  const reset = (): void => {
    setWeek(null);
    wholes.reset();
  };
  const openingHours = week && hoursOf(week);
  const changed = week !== null || wholes.touched;
  const fine = wholes.allFine && (week === null || openingHours !== null);
  return (
    <Panel title={t('settings.section.hours')}>
      <div className="settings-form">
        <h3>{t('settings.hours.week')}</h3>
        <p className="quiet">{t('settings.hours.weekText')}</p>
        <WeekHours week={week ?? weekOf(kept.openingHours)} disabled={!may} onChange={setWeek} />
        <h3>{t('settings.hours.bookings')}</h3>
        {fields.map((field) => (
          <WholeField
            key={field}
            label={t(`settings.hours.${field}`)}
            help={t(`settings.hours.${field}Help`)}
            range={ranges[field]}
            value={wholes.text(field)}
            wrong={wholes.wrong(field)}
            disabled={!may}
            onChange={(text) => wholes.type(field, text)}
          />
        ))}
        <SaveRow
          may={may}
          changed={changed && fine}
          busy={save.isPending}
          error={save.error}
          onSave={() => save.mutate({ values: { ...wholes.changes, ...(openingHours ? { openingHours } : {}) } })}
          onReset={reset}
        />
      </div>
    </Panel>
  );
};
