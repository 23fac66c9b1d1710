import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../lib/download.ts';
import { errorText } from '../../lib/errors.ts';
import { notify } from '../../lib/notices.ts';
import { Loading } from '../../ui/Loading.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import css from './attachments.module.css';
import { bytesWords } from './bytesWords.ts';
import type { Attachment } from './shapes.ts';
import { attachmentPath, useAttachmentAddress } from './useAttachmentAddress.ts';

/** A photo, a recording or a film, large; and the way to have it as a file. */
export const AttachmentView = ({
  attachment,
  onClose,
}: {
  readonly attachment: Attachment;
  readonly onClose: () => void;
}) => {
  const { t } = useTranslation();
  const { id, name, kind, bytes } = attachment;
  const address = useAttachmentAddress(id);
  const [broken, setBroken] = useState(false);
  const save = (): void =>
    void saveFile(attachmentPath(id)).catch((error: unknown) => notify(errorText(error, t, 'read'), { tone: 'red' }));
  return (
    <SidePanel
      wide
      title={name}
      sub={bytesWords(bytes)}
      onClose={onClose}
      foot={<Button onClick={save}>{t('complaints.attachment.save')}</Button>}
    >
      {broken ? (
        <p role="alert">{t('complaints.attachment.unshown')}</p>
      ) : address === null ? (
        <Loading />
      ) : kind === 'image' ? (
        <img className={css['large']} src={address} alt={name} onError={() => setBroken(true)} />
      ) : kind === 'audio' ? (
        // biome-ignore lint/a11y/useMediaCaption: a recording of a call has no captions
        <audio className={css['player']} controls src={address} onError={() => setBroken(true)} />
      ) : (
        // biome-ignore lint/a11y/useMediaCaption: a customer's film has no captions
        <video className={css['large']} controls src={address} onError={() => setBroken(true)} />
      )}
    </SidePanel>
  );
};
