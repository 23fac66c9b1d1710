import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { warningText } from '../../lib/errors.ts';
import { number } from '../../lib/formats.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { useToday } from '../../lib/store.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { markText } from './checkMark.ts';
import { DayInput } from './DayInput.tsx';
import { refusalText } from './refusal.ts';
import type { VehicleFacts } from './shapes.ts';
import css from './sidePanel.module.css';
import { dayOrNull, markDay } from './typedDay.ts';
import { useKeptDraft } from './useKeptDraft.ts';
import { kmOrNull, markKm } from './vehicleDraft.ts';

/** `visit:<id>`, `desk`, `import:<id>` in the log → a word. */
const sourceWord = (source: string) => {
  if (source.startsWith('visit')) return 'visit';
  if (source.startsWith('import')) return 'import';
  return source === 'desk' ? 'manual' : 'other';
};

/** 里程: the readings of a vehicle, and a line to add one. Each is saved at once. */
export const MileagePart = ({ vehicle }: { readonly vehicle: VehicleFacts }) => {
  const { t } = useTranslation();
  const today = useToday();
  const { draft, change, discard } = useKeptDraft(`mileage.${vehicle.id}`, { day: today, km: '' });
  const { day, km } = draft;
  const [said, setSaid] = useState('');
  const read = useQuery(orpc.vehicles.get.queryOptions({ input: { id: vehicle.id } }));
  const add = useMutation(orpc.vehicles.addMileage.mutationOptions());
  const dayMark = markDay(day);
  const kmMark = markKm(km, vehicle.mileage);
  const reading = kmOrNull(km);
  const on = dayOrNull(day);

  const save = (): void => {
    if (reading === null || on === null || add.isPending) return;
    add.mutate(
      { id: vehicle.id, day: on, km: reading, requestId: newRequestId() },
      {
        onSuccess: ({ warnings }) => {
          discard();
          const doubts = warnings.map(({ reason }) => warningText(reason, t));
          setSaid([t('vehicle.mileage.saved', { km: number(reading) }), ...doubts].join(' · '));
        },
      },
    );
  };

  const log = read.data?.mileage ?? [];
  return (
    <section className={css['part']} aria-label={t('vehicle.mileage.title')}>
      <h3>{t('vehicle.mileage.log')}</h3>
      {read.isSuccess && log.length === 0 && <p className="quiet">{t('vehicle.mileage.none')}</p>}
      <ul className={css['rows']}>
        {log.slice(0, 6).map((entry) => (
          <li key={`${entry.day} ${entry.km} ${entry.source}`} className={css['row']}>
            <span>{entry.day}</span>
            <span className="quiet small">{t(`vehicle.mileage.source.${sourceWord(entry.source)}`)}</span>
            <span className={css['rowEnd']}>{t('vehicle.card.mileage', { km: number(entry.km) })}</span>
          </li>
        ))}
      </ul>
      <div className={css['lineForm']}>
        <FormField label={t('vehicle.mileage.day')} error={dayMark ? markText(dayMark, t) : undefined}>
          <DayInput value={day} onChange={(next) => change({ day: next })} />
        </FormField>
        <FormField
          label={t('vehicle.mileage.km')}
          {...(kmMark ? { [kmMark.level]: markText(kmMark, t) } : {})}
          {...(add.error ? { error: refusalText(add.error, t) } : {})}
        >
          <TextInput value={km} inputMode="numeric" onChange={(next) => change({ km: next })} onPressEnter={save} />
        </FormField>
        <Button loading={add.isPending} disabled={reading === null || on === null} onClick={save}>
          {t('vehicle.mileage.add')}
        </Button>
      </div>
      <p role="status" className="small quiet">
        {said}
      </p>
    </section>
  );
};
