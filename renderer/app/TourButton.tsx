import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePath } from '../lib/place.ts';
import { sessionQuery } from '../lib/session.ts';
import { Chip } from '../ui/Chip.tsx';
import { keptTour, startTour, useTour } from './tourSteps.ts';

/** On the sample store's 今日, until one has been through: the first day in seven steps. */
export const TourButton = () => {
  const { t } = useTranslation();
  const path = usePath();
  const touring = useTour((state) => state.step !== null);
  const session = useQuery(sessionQuery()).data;
  if (!session?.demo || !session.me || touring || path !== '/') return null;
  const came = keptTour(session.me.staffId);
  if (came === 'done') return null;
  return (
    <Chip tone="brand" onPress={() => startTour(came ?? 0)}>
      {came ? t('tour.resume', { step: came + 1 }) : t('tour.start')}
    </Chip>
  );
};
