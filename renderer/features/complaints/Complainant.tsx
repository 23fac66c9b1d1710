import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { phone } from '../../lib/formats.ts';
import { newRequestId } from '../../lib/requestId.ts';
import css from './detail.module.css';
import type { Complaint } from './shapes.ts';

/** The name, a link where there is a file; the numbers are masked until somebody looks, and that look is on record. */
export const Complainant = ({ complaint }: { readonly complaint: Complaint }) => {
  const { t } = useTranslation();
  const reveal = useMutation(orpc.complaints.reveal.mutationOptions());
  const masked = complaint.phoneMasked ?? complaint.strangerPhoneMasked;
  const shown = reveal.data ? reveal.data.phones.map(phone).join(' / ') : masked;
  return (
    <>
      {complaint.customerId ? (
        <Link className={css['link'] ?? ''} to="/customers/$id" params={{ id: complaint.customerId }}>
          {complaint.name}
        </Link>
      ) : (
        <>
          {complaint.name ?? t('complaints.nameless')} <span className="quiet small">{t('complaints.stranger')}</span>
        </>
      )}{' '}
      <span aria-live="polite">{shown}</span>{' '}
      {masked && !reveal.data && (
        <button
          type="button"
          className={css['linkButton']}
          aria-label={t('customer.strip.revealLabel')}
          disabled={reveal.isPending}
          onClick={() => reveal.mutate({ id: complaint.id, requestId: newRequestId() })}
        >
          {t('customer.strip.reveal')}
        </button>
      )}
      {reveal.error && <span role="alert"> {errorText(reveal.error, t)}</span>}
    </>
  );
};
