import { useTranslation } from 'react-i18next';
import { ExportIcon } from '../../ui/icons.tsx';
import css from './imports.module.css';

/** The refused rows as a file that can be mended and fed again. */
export const ErrorFileLink = ({ importId }: { readonly importId: string }) => {
  const { t } = useTranslation();
  return (
    <a className={css['link']} href={`/api/imports/${encodeURIComponent(importId)}/errors.csv`} download>
      <ExportIcon size={16} /> {t('imports.check.download')}
    </a>
  );
};
