import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { tierTone } from '../../app/tierTone.ts';
import { orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { dayOf, dayShort, phone } from '../../lib/formats.ts';
import { useGo } from '../../lib/place.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { useTimeZone, useToday } from '../../lib/store.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { ClockIcon } from '../../ui/icons.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import detail from '../complaints/detail.module.css';
import { TermChip } from './DayLine.tsx';
import { labelsOf } from './reasonWords.ts';
import type { CallRow, LeftOutReason } from './shapes.ts';
import css from './tasks.module.css';
import { WhyNot } from './WhyNot.tsx';

/** Who is called, by which number, whether now is a good time; and why not, where they are left out. */
export const CallHead = ({ call, leftOut }: { readonly call: CallRow; readonly leftOut: LeftOutReason | null }) => {
  const { t } = useTranslation();
  const go = useGo();
  const today = useToday();
  const timeZone = useTimeZone();
  return (
    <header className={`panel ${detail['head']}`}>
      <div className={detail['headLine']}>
        <h2 className={detail['title']}>{call.name}</h2>
        <span className={detail['chips']}>
          {call.tierName && <Chip tone={tierTone(call.tierName)}>{call.tierName}</Chip>}
          {call.reasons.length > 0 && <TermChip row={call} />}
          {call.contactHours && (
            <Chip tone={call.suitsNow ? 'green' : 'amber'} icon={<ClockIcon size={13} />}>
              {t(call.suitsNow ? 'tasks.head.hoursGood' : 'tasks.head.hoursBad', { hours: call.contactHours })}
            </Chip>
          )}
        </span>
        <span className={detail['headActions']}>
          <ActionButton label={t('tasks.head.open')} keys="O" onClick={() => go(`/customers/${call.customerId}`)} />
        </span>
      </div>
      <div className={css['second']}>
        <Numbers call={call} />
        <span>{labelsOf(call)}</span>
        {call.tries > 0 && <span>{t('tasks.row.tries', { count: call.tries + 1 })}</span>}
        <span>
          {call.lastContactAt === null
            ? t('tasks.head.never')
            : t('tasks.head.last', { day: dayShort(dayOf(call.lastContactAt, timeZone), today) })}
        </span>
      </div>
      {leftOut && <WhyNot customerId={call.customerId} nextAt={call.nextAt} reason={leftOut} />}
    </header>
  );
};

/** Masked until somebody is about to dial, and that look is on record. */
const Numbers = ({ call }: { readonly call: CallRow }) => {
  const { t } = useTranslation();
  const reveal = useMutation(orpc.customers.reveal.mutationOptions());
  const show = (): void => {
    if (!reveal.data && !reveal.isPending) reveal.mutate({ id: call.customerId, requestId: newRequestId() });
  };
  useScreenDeeds({ 'tasks.reveal': show });
  if (call.phoneMasked === null) return <span>{t('tasks.row.noPhone')}</span>;
  const shown = reveal.data?.phones.map(({ number }) => phone(number)).join(' / ') ?? call.phoneMasked;
  return (
    <span>
      <span className={css['phone']} aria-live="polite">
        {shown}
      </span>{' '}
      {!reveal.data && (
        <button
          type="button"
          className={detail['linkButton']}
          aria-label={t('tasks.head.revealLabel')}
          aria-keyshortcuts="H"
          disabled={reveal.isPending}
          onClick={show}
        >
          {t('tasks.head.reveal')} <KeyHint keys="H" />
        </button>
      )}
      {reveal.error && <span role="alert"> {errorText(reveal.error, t)}</span>}
    </span>
  );
};
