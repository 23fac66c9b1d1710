import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fileAddress, saveFile } from '../../lib/download.ts';
import { errorText } from '../../lib/errors.ts';
import { notify } from '../../lib/notices.ts';
import { ExportIcon } from '../../ui/icons.tsx';
import css from './imports.module.css';

/** The refused rows as a file that can be mended and fed again. */
export const ErrorFileLink = ({ importId }: { readonly importId: string }) => {
  const { t } = useTranslation();
  const path = `/imports/${encodeURIComponent(importId)}/errors.csv`;
  const save = (event: MouseEvent): void => {
    event.preventDefault();
    saveFile(path).catch((error: unknown) => notify(errorText(error, t, 'read'), { tone: 'red' }));
  };
  return (
    <a className={css['link']} href={fileAddress(path)} download onClick={save}>
      <ExportIcon size={16} /> {t('imports.check.download')}
    </a>
  );
};
