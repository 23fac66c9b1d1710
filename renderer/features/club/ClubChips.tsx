import { useTranslation } from 'react-i18next';
import type { CustomerPage } from '../../../db/contract/customerViews.ts';
import { useGo } from '../../lib/place.ts';
import { useToday } from '../../lib/store.ts';
import { Chip, type ChipTone } from '../../ui/Chip.tsx';
import { ShieldIcon } from '../../ui/icons.tsx';
import { jobKindWords, jobPath, jobStateWords } from './clubWords.ts';

type OpenJob = CustomerPage['openClub'][number];

/** On the 10-second strip: what is under way for the customer, a rescue in red. */
export const ClubChips = ({ jobs }: { readonly jobs: readonly OpenJob[] }) => {
  const { t } = useTranslation();
  const go = useGo();
  const today = useToday();
  const [first] = jobs;
  if (!first) return null;
  return (
    <>
      <Chip
        tone={toneOf(first, today)}
        icon={<ShieldIcon size={14} />}
        title={first.number}
        onPress={() => go(jobPath(first.service, first.id))}
      >
        {t('club.strip', { service: jobKindWords(first, t), state: jobStateWords(first, t) })}
      </Chip>
      {jobs.length > 1 && <Chip>{t('club.stripMore', { n: jobs.length - 1 })}</Chip>}
    </>
  );
};

const toneOf = ({ service, state, dueDay }: OpenJob, today: string): ChipTone => {
  if (service === 'rescue') return 'red';
  if (state === 'ready') return 'green';
  return dueDay !== null && dueDay < today ? 'red' : 'amber';
};
