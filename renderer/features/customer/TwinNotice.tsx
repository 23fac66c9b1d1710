import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/place.ts';
import { WarningIcon } from '../../ui/icons.tsx';
import css from './form.module.css';
import type { Twin } from './useTwins.ts';

/** 这个手机号已属于 王伟 · 打开: said while one types, before a second file is made. What was typed stays a draft. */
export const TwinNotice = ({ twins }: { readonly twins: readonly Twin[] }) => {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <div role="status">
      {twins.length > 0 && (
        <ul className={css['twins']} aria-label={t('customer.twins.title')}>
          {twins.map((twin) => (
            <li key={`${twin.id} ${twin.by}`} className={css['twin']}>
              <WarningIcon size={16} />
              <span>{t(`customer.twins.${twin.by}`, { name: twin.name })}</span>
              <Button size="small" onClick={() => go(`/customers/${twin.id}`)}>
                {t('customer.twins.open', { name: twin.name })}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
