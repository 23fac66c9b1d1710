import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { phone, plate } from '../../lib/formats.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { Chip } from '../../ui/Chip.tsx';
import { CheckIcon, WarningIcon } from '../../ui/icons.tsx';
import { Panel } from '../../ui/Panel.tsx';
import css from '../complaints/detail.module.css';
import { useMoment } from '../complaints/useMoment.ts';
import type { Enquiry } from './shapes.ts';

interface PartProps {
  readonly enquiry: Enquiry;
}

export const QuestionPart = ({ enquiry }: PartProps) => {
  const { t } = useTranslation();
  return (
    <Panel title={t('enquiries.field.question')}>
      <p className={css['said']}>{enquiry.question}</p>
      {enquiry.handNote && enquiry.expertName && (
        <p className={css['remedy']}>
          <span className="quiet">{enquiry.expertName}</span> {enquiry.handNote}
        </p>
      )}
      {enquiry.reopenNote && enquiry.answeredAt === null && (
        <p className={css['remedy']}>{t('enquiries.fact.reopened', { note: enquiry.reopenNote })}</p>
      )}
    </Panel>
  );
};

export const AnswerPart = ({ enquiry }: PartProps) => {
  const { t } = useTranslation();
  const moment = useMoment();
  const { answer, answeredAt, answeredBy, closeNote, state } = enquiry;
  const isOld = answer !== null && answeredAt === null;
  return (
    <Panel
      title={t(isOld ? 'enquiries.fact.lastAnswer' : 'enquiries.field.answer')}
      aside={
        <span className={css['chips']}>
          {enquiry.late && (
            <Chip tone="red" icon={<WarningIcon size={13} />}>
              {t('enquiries.fact.late')}
            </Chip>
          )}
          {enquiry.keptAnswerId && answeredAt !== null && <Chip>{t('enquiries.fact.usedKept')}</Chip>}
          {enquiry.keptAsId && (
            <Chip tone="green" icon={<CheckIcon size={13} />}>
              {t('enquiries.fact.isKept')}
            </Chip>
          )}
        </span>
      }
    >
      {answer === null ? (
        <p className="quiet">{t('enquiries.fact.noAnswer')}</p>
      ) : (
        <p className={css['said']}>{answer}</p>
      )}
      {answeredAt !== null && (
        <p className={`quiet small ${css['remedy']}`}>
          {t('enquiries.fact.answeredBy', { moment: moment(answeredAt), name: answeredBy ?? '' })}
        </p>
      )}
      {state === 'closed' && closeNote && (
        <p className={css['remedy']}>
          {t(answeredAt === null ? 'enquiries.fact.closedUnanswered' : 'enquiries.fact.closeNote', { note: closeNote })}
        </p>
      )}
    </Panel>
  );
};

/** Who asks, by which way, and till when who answers. */
export const EnquiryFacts = ({ enquiry }: PartProps) => {
  const { t } = useTranslation();
  const moment = useMoment();
  return (
    <Panel>
      <dl className={css['facts']}>
        <Fact label={t('enquiries.field.who')}>
          <Asker enquiry={enquiry} />
        </Fact>
        {enquiry.plate && <Fact label={t('enquiries.field.vehicle')}>{plate(enquiry.plate)}</Fact>}
        <Fact label={t('enquiries.field.received')}>
          {t(`complaints.channel.${enquiry.channel}`)} · {moment(enquiry.receivedAt)} · {enquiry.byName}
        </Fact>
        {enquiry.answeredAt === null && enquiry.closedAt === null && (
          <Fact label={t('enquiries.field.due')}>
            {enquiry.overdue ? (
              <Chip tone="red" icon={<WarningIcon size={13} />}>
                {t('enquiries.fact.overdue', { moment: moment(enquiry.dueAt) })}
              </Chip>
            ) : (
              t('enquiries.fact.dueTill', { moment: moment(enquiry.dueAt) })
            )}
          </Fact>
        )}
        {enquiry.handedAt !== null && enquiry.expertName && (
          <Fact label={t('enquiries.field.expert')}>
            {t('enquiries.fact.handed', { moment: moment(enquiry.handedAt), name: enquiry.expertName })}
          </Fact>
        )}
      </dl>
    </Panel>
  );
};

const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

/** The name, a link where there is a file; the numbers are masked until somebody looks, and that look is on record. */
const Asker = ({ enquiry }: PartProps) => {
  const { t } = useTranslation();
  const reveal = useMutation(orpc.enquiries.reveal.mutationOptions());
  const shown = reveal.data ? reveal.data.phones.map(phone).join(' / ') : enquiry.phoneMasked;
  return (
    <>
      {enquiry.customerId ? (
        <Link className={css['link'] ?? ''} to="/customers/$id" params={{ id: enquiry.customerId }}>
          {enquiry.name}
        </Link>
      ) : (
        <>
          {enquiry.name ?? t('enquiries.nameless')} <span className="quiet small">{t('enquiries.stranger')}</span>
        </>
      )}{' '}
      <span aria-live="polite">{shown}</span>{' '}
      {enquiry.phoneMasked && !reveal.data && (
        <button
          type="button"
          className={css['linkButton']}
          aria-label={t('customer.strip.revealLabel')}
          disabled={reveal.isPending}
          onClick={() => reveal.mutate({ id: enquiry.id, requestId: newRequestId() })}
        >
          {t('customer.strip.reveal')}
        </button>
      )}
      {reveal.error && <span role="alert"> {errorText(reveal.error, t)}</span>}
    </>
  );
};
