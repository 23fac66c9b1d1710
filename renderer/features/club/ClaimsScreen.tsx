import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { dayOf, dayShort } from '../../lib/formats.ts';
import { useTimeZone, useToday } from '../../lib/store.ts';
import type { ChipTone } from '../../ui/Chip.tsx';
import { ClaimDetail } from './ClaimDetail.tsx';
import { ClaimPanel } from './ClaimPanel.tsx';
import { JobLine } from './JobLine.tsx';
import { JobPage } from './JobPage.tsx';
import { ServiceScreen } from './ServiceScreen.tsx';
import { type Claim, claimStates } from './shapes.ts';
import { tick, useClaimList } from './useJobList.ts';
import { useListPlace } from './useListPlace.ts';

/** 理赔: accidents, from the report to the payment. */
const ClaimsScreen = () => {
  const { t } = useTranslation();
  const today = useToday();
  const timeZone = useTimeZone();
  const { id, filter } = useListPlace();
  const read = useQuery(
    orpc.claims.get.queryOptions({ input: { id: id ?? '' }, enabled: id !== null, refetchInterval: tick }),
  );
  const tab = filter.tab ?? (read.data && read.data.endedAt !== null ? 'ended' : 'open');
  const list = useClaimList(filter, tab);
  return (
    <ServiceScreen
      service="claims"
      id={id}
      filter={filter}
      tab={tab}
      list={list}
      kinds={claimStates
        .filter((one) => (one === 'paid' || one === 'unpaid') === (tab === 'ended'))
        .map((one) => [one, t(`club.claims.state.${one}`)] as const)}
      line={(row, current, onOpen) => (
        <JobLine
          key={row.id}
          row={row}
          title={[dayShort(row.accidentDay, today), row.what ?? row.place].filter(Boolean).join(' ')}
          more={[row.insurer, row.ownerName]}
          term={termOf(row, today, timeZone, t)}
          late={false}
          current={current}
          onOpen={onOpen}
        />
      )}
      detail={(opened) => <JobPage key={id} read={read} page={(job) => <ClaimDetail job={job} {...opened} />} />}
      newPanel={(onClose) => <ClaimPanel onClose={onClose} />}
    />
  );
};

export default ClaimsScreen;

const termOf = (
  row: Claim,
  today: string,
  timeZone: string,
  t: TFunction,
): { readonly tone: ChipTone; readonly words: string } => {
  const state = t(`club.claims.state.${row.state}`);
  if (row.endedAt === null) return { tone: 'amber', words: state };
  return { tone: 'plain', words: t('club.row.ended', { day: dayShort(dayOf(row.endedAt, timeZone), today), state }) };
};
