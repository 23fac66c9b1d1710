import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { isLateRescue } from '../../../db/domain/club/rescueClock.ts';
import { orpc } from '../../lib/api.ts';
import { clockNow } from '../../lib/clock.ts';
import { dayOf, dayShort } from '../../lib/formats.ts';
import { useTimeZone, useToday } from '../../lib/store.ts';
import type { ChipTone } from '../../ui/Chip.tsx';
import { JobLine } from './JobLine.tsx';
import { JobPage } from './JobPage.tsx';
import { RescueDetail } from './RescueDetail.tsx';
import { RescuePanel } from './RescuePanel.tsx';
import { ServiceScreen } from './ServiceScreen.tsx';
import { type Rescue, rescueKinds } from './shapes.ts';
import { tick, useRescueList } from './useJobList.ts';
import { useListPlace } from './useListPlace.ts';

/** 救援: who calls from the road, who was sent, and how long it has been. */
const RescuesScreen = () => {
  const { t } = useTranslation();
  const today = useToday();
  const timeZone = useTimeZone();
  const { id, filter } = useListPlace();
  const read = useQuery(
    orpc.rescues.get.queryOptions({ input: { id: id ?? '' }, enabled: id !== null, refetchInterval: tick }),
  );
  const tab = filter.tab ?? (read.data && read.data.endedAt !== null ? 'ended' : 'open');
  const list = useRescueList(filter, tab);
  return (
    <ServiceScreen
      service="rescues"
      id={id}
      filter={filter}
      tab={tab}
      list={list}
      kinds={rescueKinds.map((one) => [one, t(`club.rescues.kind.${one}`)] as const)}
      line={(row, current, onOpen) => (
        <JobLine
          key={row.id}
          row={{ ...row, name: row.name || t('club.nameless') }}
          title={[t(`club.rescues.kind.${row.kind}`), row.place].join(' · ')}
          more={[row.endedAt === null ? t(`club.rescues.state.${row.state}`) : null]}
          term={termOf(row, today, timeZone, t)}
          late={isLateRescue(row, clockNow())}
          current={current}
          onOpen={onOpen}
        />
      )}
      detail={(opened) => <JobPage key={id} read={read} page={(job) => <RescueDetail job={job} {...opened} />} />}
      newPanel={(onClose) => <RescuePanel onClose={onClose} />}
    />
  );
};

export default RescuesScreen;

/** Red: nobody there for an hour; amber: on the way; green: somebody is there. */
const termOf = (
  row: Rescue,
  today: string,
  timeZone: string,
  t: TFunction,
): { readonly tone: ChipTone; readonly words: string } => {
  if (row.endedAt !== null) {
    const day = dayShort(dayOf(row.endedAt, timeZone), today);
    return { tone: 'plain', words: t('club.row.ended', { day, state: t(`club.rescues.state.${row.state}`) }) };
  }
  if (row.arrivedAt !== null) return { tone: 'green', words: t('club.row.arrived', { n: row.minutes }) };
  const tone = isLateRescue(row, clockNow()) ? 'red' : 'amber';
  return { tone, words: t('club.row.waiting', { n: row.minutes }) };
};
