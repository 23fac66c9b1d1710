import { Button } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { careError } from '../../lib/errors.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { type UploadProgress, uploadFile } from '../../lib/upload.ts';
import { ImportIcon } from '../../ui/icons.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { acceptedKinds, refuseFile } from './fileCaps.ts';
import css from './imports.module.css';
import { ProgressBar } from './ProgressBar.tsx';
import { refusalText } from './refusal.ts';
import { type ImportKind, importKinds } from './shapes.ts';

interface Sending extends UploadProgress {
  readonly name: string;
  readonly stop: AbortController;
}

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);

/** What the file holds, and the file itself: dropped, or chosen by mouse or key. Size and kind are judged before it is sent. */
export const ChooseFile = ({ onStaged }: { readonly onStaged: (importId: string) => void }) => {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<ImportKind>('customers');
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<Sending | null>(null);
  const [refused, setRefused] = useState<string | null>(null);

  const take = async (file: File | undefined): Promise<void> => {
    if (!file || sending) return;
    setRefused(null);
    const reason = refuseFile(file);
    if (reason) return setRefused(t(`imports.refused.${reason}`));
    const stop = new AbortController();
    setSending({ name: file.name, done: 0, total: file.size, stop });
    try {
      const uploadId = await uploadFile(
        file,
        (progress) => setSending({ name: file.name, ...progress, stop }),
        stop.signal,
      );
      const { importId } = await api.imports.stage({
        uploadId,
        kind,
        fileName: file.name.slice(-200),
        requestId: newRequestId(),
      });
      onStaged(importId);
    } catch (error) {
      setRefused(careError(error)?.code === 'CANCELLED' ? t('imports.refused.upload-stopped') : refusalText(error, t));
      setSending(null);
    } finally {
      if (input.current) input.current.value = '';
    }
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };

  return (
    <Panel title={t('imports.heading')}>
      <p className="quiet">{t('imports.intro')}</p>
      <fieldset className={css['kinds']}>
        <legend>{t('imports.kindLabel')}</legend>
        {importKinds.map((one) => (
          <label key={one} className={css['kind']} data-on={one === kind}>
            <input type="radio" name="import-kind" value={one} checked={one === kind} onChange={() => setKind(one)} />
            <span>
              <strong>{t(`imports.kind.${one}`)}</strong>
              <span className="quiet small">{t(`imports.kindHint.${one}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {sending ? (
        <div className={css['drop']}>
          <strong>{t('imports.file.uploading', { name: sending.name })}</strong>
          <ProgressBar
            label={t('imports.file.uploading', { name: sending.name })}
            done={sending.done}
            total={sending.total}
          />
          <span>
            {t('imports.file.uploaded', {
              done: t('imports.file.size', { mb: megabytes(sending.done) }),
              total: t('imports.file.size', { mb: megabytes(sending.total) }),
            })}
          </span>
          <Button onClick={() => sending.stop.abort()}>{t('imports.file.stop')}</Button>
        </div>
      ) : (
        <label
          className={css['drop']}
          data-over={over}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={onDrop}
        >
          <input
            ref={input}
            type="file"
            className="heard-only"
            accept={acceptedKinds}
            aria-label={t('imports.file.label')}
            onChange={(event) => void take(event.target.files?.[0])}
          />
          <ImportIcon size={28} />
          <strong>{t(over ? 'imports.file.dropNow' : 'imports.file.drop')}</strong>
          <span className="quiet small">{t('imports.file.caps')}</span>
        </label>
      )}
      {refused && (
        <p role="alert" className={css['failed']} style={{ marginTop: 10 }}>
          {refused}
        </p>
      )}
    </Panel>
  );
};
