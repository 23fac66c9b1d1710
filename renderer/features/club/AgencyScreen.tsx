import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { dayOf, dayShort, daysBetween } from '../../lib/formats.ts';
import { useTimeZone, useToday } from '../../lib/store.ts';
import type { ChipTone } from '../../ui/Chip.tsx';
import { AgencyDetail } from './AgencyDetail.tsx';
import { AgencyPanel } from './AgencyPanel.tsx';
import { JobLine } from './JobLine.tsx';
import { JobPage } from './JobPage.tsx';
import { ServiceScreen } from './ServiceScreen.tsx';
import { type AgencyJob, agencyKinds } from './shapes.ts';
import { tick, useAgencyList } from './useJobList.ts';
import { useListPlace } from './useListPlace.ts';

/** 代办: what we do for customers at the offices, with their documents in our hands. */
const AgencyScreen = () => {
  const { t } = useTranslation();
  const today = useToday();
  const timeZone = useTimeZone();
  const { id, filter } = useListPlace();
  const read = useQuery(
    orpc.agency.get.queryOptions({ input: { id: id ?? '' }, enabled: id !== null, refetchInterval: tick }),
  );
  const tab = filter.tab ?? (read.data && read.data.endedAt !== null ? 'ended' : 'open');
  const list = useAgencyList(filter, tab);
  return (
    <ServiceScreen
      service="agency"
      id={id}
      filter={filter}
      tab={tab}
      list={list}
      kinds={agencyKinds.map((one) => [one, t(`club.agency.kind.${one}`)] as const)}
      line={(row, current, onOpen) => (
        <JobLine
          key={row.id}
          row={row}
          title={t(`club.agency.kind.${row.kind}`)}
          more={[row.ownerName]}
          term={termOf(row, today, timeZone, t)}
          late={row.late}
          current={current}
          onOpen={onOpen}
        />
      )}
      detail={(opened) => <JobPage key={id} read={read} page={(job) => <AgencyDetail job={job} {...opened} />} />}
      newPanel={(onClose) => <AgencyPanel onClose={onClose} />}
    />
  );
};

export default AgencyScreen;

/** Red: its day is past; amber: under way; green: to be fetched. */
const termOf = (
  row: AgencyJob,
  today: string,
  timeZone: string,
  t: TFunction,
): { readonly tone: ChipTone; readonly words: string } => {
  if (row.endedAt !== null) {
    const day = dayShort(dayOf(row.endedAt, timeZone), today);
    return { tone: 'plain', words: t('club.row.ended', { day, state: t(`club.agency.state.${row.state}`) }) };
  }
  if (row.state === 'ready') return { tone: 'green', words: t('club.row.ready') };
  if (row.dueDay === null) return { tone: 'plain', words: t('club.row.noDue') };
  if (row.late) return { tone: 'red', words: t('club.row.overdue', { count: daysBetween(row.dueDay, today) }) };
  return { tone: 'amber', words: t('club.row.due', { day: dayShort(row.dueDay, today) }) };
};
