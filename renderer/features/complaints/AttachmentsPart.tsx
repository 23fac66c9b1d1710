import { Button } from 'antd';
import { type DragEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { saveFile } from '../../lib/download.ts';
import { errorText } from '../../lib/errors.ts';
import { isTyping } from '../../lib/hotkeys.ts';
import { notify } from '../../lib/notices.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { useSave } from '../../lib/useSave.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { CloseIcon, NoteIcon, PhoneIcon } from '../../ui/icons.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ProgressBar } from '../imports/ProgressBar.tsx';
import { AttachmentView } from './AttachmentView.tsx';
import css from './attachments.module.css';
import { bytesWords } from './bytesWords.ts';
import { deedKeys } from './deeds.ts';
import type { Attachment } from './shapes.ts';
import { type AttachedTo, shownWith, useAttach } from './useAttach.ts';
import { attachmentPath, useAttachmentAddress } from './useAttachmentAddress.ts';
import { useMoment } from './useMoment.ts';

export interface AttachmentsPartProps {
  readonly to: AttachedTo;
  readonly rows: readonly Attachment[];
  /** the file chooser, which a key opens */
  readonly input: RefObject<HTMLInputElement | null>;
  /** what the files are called here; left out: 附件 */
  readonly words?: { readonly title: string; readonly add: string; readonly none: string; readonly addKey: string };
}

/** 附件: photos, recordings, scans; chosen, dropped or pasted. */
export const AttachmentsPart = ({ to, rows, input, words }: AttachmentsPartProps) => {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const [shown, setShown] = useState<Attachment | null>(null);
  const { sending, take, cancel } = useAttach(to);
  const part = useRef<HTMLDivElement>(null);
  usePastedFiles(take, part);
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files are dropped on it; the button does the same by key
    <div
      ref={part}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={over ? css['over'] : undefined}
    >
      <Panel
        flush
        title={words?.title ?? t('complaints.attachment.title')}
        actions={
          <ActionButton
            size="small"
            label={words?.add ?? t('complaints.attachment.add')}
            keys={words?.addKey ?? deedKeys.attach}
            onClick={() => input.current?.click()}
          />
        }
      >
        <input
          ref={input}
          type="file"
          multiple
          className="heard-only"
          tabIndex={-1}
          aria-label={t('complaints.attachment.choose')}
          onChange={(event) => {
            take([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
        <ul className={css['files']}>
          {sending.map((one) => (
            <li key={one.key} className={css['sending']}>
              <span className={css['name']}>{one.name}</span>
              {one.refused === null ? (
                <>
                  <ProgressBar
                    label={t('complaints.attachment.sending', { name: one.name })}
                    done={one.done}
                    total={one.total}
                  />
                  <Button size="small" onClick={() => cancel(one)}>
                    {t('common.cancel')}
                  </Button>
                </>
              ) : (
                <>
                  <span role="alert" className={css['refused']}>
                    {one.refused}
                  </span>
                  <button
                    type="button"
                    className={css['away']}
                    aria-label={t('complaints.attachment.forget', { name: one.name })}
                    onClick={() => cancel(one)}
                  >
                    <CloseIcon size={14} />
                  </button>
                </>
              )}
            </li>
          ))}
          {rows.map((row) => (
            <FileLine key={row.id} to={to} row={row} onShow={() => setShown(row)} />
          ))}
        </ul>
        {rows.length === 0 && sending.length === 0 && (
          <p className={css['none']}>{words?.none ?? t('complaints.attachment.none')}</p>
        )}
      </Panel>
      {shown && <AttachmentView attachment={shown} onClose={() => setShown(null)} />}
    </div>
  );
};

const viewable = (kind: Attachment['kind']): boolean => kind === 'image' || kind === 'audio' || kind === 'video';

interface FileLineProps {
  readonly to: AttachedTo;
  readonly row: Attachment;
  readonly onShow: () => void;
}

const FileLine = ({ to, row, onShow }: FileLineProps) => {
  const { t } = useTranslation();
  const moment = useMoment();
  const { id, version, name } = row;
  const takeBack = async (): Promise<void> => {
    try {
      await api.attachments.restore({ id, requestId: newRequestId() });
      notify(t('complaints.attachment.restored', { name }), { tone: 'green' });
    } catch (error) {
      notify(errorText(error, t), { tone: 'amber' });
    }
  };
  const remove = useSave(api.attachments.remove, {
    stale: shownWith(to),
    onDone: () =>
      notify(t('complaints.attachment.removed', { name }), {
        tone: 'green',
        action: { label: t('common.undo'), perform: takeBack },
      }),
    onFail: (error) => notify(errorText(error, t), { tone: 'amber' }),
  });
  const open = (): void => {
    if (viewable(row.kind)) onShow();
    else saveFile(attachmentPath(id)).catch((error: unknown) => notify(errorText(error, t, 'read'), { tone: 'red' }));
  };
  return (
    <li className={css['file']}>
      <button type="button" className={css['open']} onClick={open}>
        <Thumbnail row={row} />
        <span>
          <span className={css['name']}>{name}</span>
          <span className="quiet small">
            {[t(`complaints.attachment.kind.${row.kind}`), bytesWords(row.bytes), moment(row.at), row.byName].join(
              ' · ',
            )}
          </span>
        </span>
      </button>
      <button
        type="button"
        className={css['away']}
        aria-label={t('complaints.attachment.remove', { name })}
        disabled={remove.isPending}
        onClick={() => remove.mutate({ id, version })}
      >
        <CloseIcon size={14} />
      </button>
    </li>
  );
};

const Thumbnail = ({ row }: { readonly row: Attachment }) => {
  if (row.kind === 'image') return <Picture id={row.id} />;
  return (
    <span className={css['thumb']}>{row.kind === 'audio' ? <PhoneIcon size={20} /> : <NoteIcon size={20} />}</span>
  );
};

/** A photo in small; a format that no browser draws (HEIC) shows as a paper. */
const Picture = ({ id }: { readonly id: string }) => {
  const address = useAttachmentAddress(id);
  const [broken, setBroken] = useState(false);
  return (
    <span className={css['thumb']}>
      {address && !broken ? (
        <img src={address} alt="" loading="lazy" onError={() => setBroken(true)} />
      ) : (
        <NoteIcon size={20} />
      )}
    </span>
  );
};

/** A picture from the clipboard is as good as a file; text that is pasted into a field stays text. */
const usePastedFiles = (take: (files: readonly File[]) => void, part: RefObject<HTMLDivElement | null>): void => {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || isTyping(event.target)) return;
      // a form over the page takes what is pasted, or nothing does
      const over = [...document.querySelectorAll('dialog[open]')].at(-1);
      if (over && !over.contains(part.current)) return;
      event.preventDefault();
      latest.current(files);
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [part]);
};
