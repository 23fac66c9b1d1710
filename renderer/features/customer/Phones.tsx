import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatPhone } from '../../../db/domain/phone.ts';
import { orpc } from '../../lib/api.ts';
import css from './customer.module.css';
import { refusalText } from './refusal.ts';
import type { CustomerPage } from './shapes.ts';

/** Masked numbers; 显示 fetches the whole ones, and that look is on record. */
export const Phones = ({ page }: { readonly page: CustomerPage }) => {
  const { t } = useTranslation();
  const reveal = useMutation(orpc.customers.reveal.mutationOptions());
  if (page.phones.length === 0) return <span>{t('customer.strip.noPhone')}</span>;
  const whole = reveal.data?.phones.map((phone) => ({ text: formatPhone(phone.number), label: phone.label }));
  const shown = whole ?? page.phones.map((phone) => ({ text: phone.masked, label: phone.label }));
  return (
    <span aria-live="polite">
      {shown.map((phone, index) => (
        <span key={`${phone.text} ${phone.label}`}>
          {index > 0 && ' / '}
          {phone.text}
          {phone.label !== 'mobile' && <span className="small"> {t(`customer.phoneLabel.${phone.label}`)}</span>}
        </span>
      ))}{' '}
      {whole ? (
        <button type="button" className={css['linkButton']} onClick={() => reveal.reset()}>
          {t('customer.strip.hide')}
        </button>
      ) : (
        <button
          type="button"
          className={css['linkButton']}
          title={t('customer.strip.revealLabel')}
          aria-label={t('customer.strip.revealLabel')}
          disabled={reveal.isPending}
          onClick={() => reveal.mutate({ id: page.customer.id })}
        >
          {t('customer.strip.reveal')}
        </button>
      )}
      {reveal.error && (
        <span role="alert" className={css['danger']}>
          {' '}
          {refusalText(reveal.error, t)}
        </span>
      )}
    </span>
  );
};
