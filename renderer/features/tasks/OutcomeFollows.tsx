import { useTranslation } from 'react-i18next';
import { isUnanswered } from '../../../db/domain/tasks/outcomes.ts';
import { useStoreSettings } from '../../lib/store.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { CheckIcon } from '../../ui/icons.tsx';
import { DayTimeFields } from '../complaints/DayTimeFields.tsx';
import { useMoment } from '../complaints/useMoment.ts';
import { type CallContext, type CallDraft, type CallPath, type CallProblem, nextTyped } from './callDraft.ts';
import css from './tasks.module.css';

export interface OutcomeFollowsProps {
  readonly draft: CallDraft;
  readonly change: (change: Partial<CallDraft>) => void;
  readonly context: CallContext;
  /** calls before this one */
  readonly tries: number;
  readonly problems: Readonly<Partial<Record<CallPath, CallProblem>>>;
  /** whether recording was tried: what is missing is said from then on */
  readonly asked: boolean;
  readonly onBooking: () => void;
}

/** What the outcome that is chosen leads to, before it is recorded. */
export const OutcomeFollows = (props: OutcomeFollowsProps) => {
  const { t } = useTranslation();
  const { draft } = props;
  return (
    <div className={css['follows']} aria-live="polite">
      <Follows {...props} />
      {draft.complaintNumber !== '' && (
        <p>
          <CheckIcon size={14} /> {t('tasks.form.complaintAdded', { number: draft.complaintNumber })}
        </p>
      )}
    </div>
  );
};

const Follows = ({ draft, change, context, tries, problems, asked, onBooking }: OutcomeFollowsProps) => {
  const { t } = useTranslation();
  const moment = useMoment();
  const mostTries = useStoreSettings()?.values.contactRules.mostTries ?? Number.POSITIVE_INFINITY;
  if (draft.outcome === '') {
    return asked ? (
      <p role="alert" data-tone="red">
        {t('tasks.form.choose')}
      </p>
    ) : null;
  }
  if (isUnanswered(draft.outcome)) {
    return (
      <p>
        {tries + 1 >= mostTries
          ? t('tasks.form.lastTry', { count: tries + 1 })
          : t('tasks.form.nextProposed', { moment: moment(context.proposedAt) })}
      </p>
    );
  }
  switch (draft.outcome) {
    case 'callBack':
      return (
        <div className={css['dayTime']}>
          <DayTimeFields
            value={nextTyped(draft, context)}
            labels={{ day: t('tasks.form.day'), time: t('tasks.form.time') }}
            error={problems.next === 'past' ? t('tasks.form.pastTime') : undefined}
            onChange={change}
          />
        </div>
      );
    case 'never':
      return <p data-tone="red">{t('tasks.form.neverText')}</p>;
    case 'booked':
      return (
        <>
          <p>{t('tasks.form.bookedText')}</p>
          <ActionButton size="small" label={t('tasks.form.booking')} keys="B" onClick={onBooking} />
        </>
      );
    case 'connected':
      return <p className="quiet">{t('tasks.form.connected')}</p>;
    case 'refused':
      return <p>{t('tasks.form.refusedText')}</p>;
    case 'emptyNumber':
      return <p>{t('tasks.form.emptyText')}</p>;
    case 'wrongPerson':
      return <p>{t('tasks.form.wrongText')}</p>;
    case 'elsewhere':
      return <p>{t('tasks.form.elsewhereText')}</p>;
    case 'sold':
      return <p>{t('tasks.form.soldText')}</p>;
    default:
      return null;
  }
};
