import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { phone } from '../../lib/formats.ts';
import { newRequestId } from '../../lib/requestId.ts';
import css from '../complaints/detail.module.css';
import type { Rescue } from './shapes.ts';

/** The number is masked until somebody looks, and that look is on record. */
export const CallerPhone = ({ job }: { readonly job: Pick<Rescue, 'id' | 'phoneMasked'> }) => {
  const { t } = useTranslation();
  const reveal = useMutation(orpc.rescues.reveal.mutationOptions());
  return (
    <>
      <span aria-live="polite">{reveal.data ? reveal.data.phones.map(phone).join(' / ') : job.phoneMasked}</span>{' '}
      {!reveal.data && (
        <button
          type="button"
          className={css['linkButton']}
          aria-label={t('customer.strip.revealLabel')}
          disabled={reveal.isPending}
          onClick={() => reveal.mutate({ id: job.id, requestId: newRequestId() })}
        >
          {t('customer.strip.reveal')}
        </button>
      )}
      {reveal.error && <span role="alert"> {errorText(reveal.error, t)}</span>}
    </>
  );
};
