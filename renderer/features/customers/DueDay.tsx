import { daysBetween, daysLeft } from '../../lib/formats.ts';
import { Chip } from '../../ui/Chip.tsx';

const soonDays = 60;

/** A day that falls due: plain while it is far, a chip with the days left when near or past. */
export const DueDay = ({ day, today }: { readonly day: string | null; readonly today: string }) => {
  if (!day) return <span className="quiet">—</span>;
  const days = daysBetween(today, day);
  // a policy that ended long ago was renewed elsewhere: nobody waits for us
  if (days > soonDays || days < -365) return <span className="quiet">{day}</span>;
  return (
    <Chip tone={days < 0 ? 'red' : 'amber'} title={day}>
      {daysLeft(days)}
    </Chip>
  );
};
