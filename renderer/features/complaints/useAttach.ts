import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { careError, errorText } from '../../lib/errors.ts';
import { notify } from '../../lib/notices.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { uploadFile } from '../../lib/upload.ts';

/** A file on its way, or one that was refused. */
export interface Sending {
  readonly key: string;
  readonly name: string;
  /** bytes */
  readonly done: number;
  readonly total: number;
  readonly stop: AbortController;
  /** why it was not kept, in words; null while it is on its way */
  readonly refused: string | null;
}

export interface Attaching {
  readonly sending: readonly Sending[];
  readonly take: (files: readonly File[]) => void;
  readonly cancel: (one: Sending) => void;
}

/** With what a file is kept. */
export interface AttachedTo {
  readonly subject: 'complaint' | 'delivery';
  readonly subjectId: string;
}

/** What shows the files of a subject, to be fetched again when there is another. */
export const shownWith = ({ subject }: AttachedTo): readonly (readonly unknown[])[] =>
  subject === 'complaint' ? [orpc.complaints.key()] : [orpc.deliveries.key(), orpc.attachments.key()];

/** what the contract takes of a name */
const longestName = 200;

/** Files to a complaint or a delivery, one after another, each with its progress; what is refused says why and stays until it is sent away. */
export const useAttach = (to: AttachedTo): Attaching => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const last = useRef(Promise.resolve());

  const put = useCallback(
    (key: string, change: Partial<Sending>): void =>
      setSending((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one))),
    [],
  );
  const drop = useCallback((key: string): void => setSending((all) => all.filter((one) => one.key !== key)), []);

  const send = async (one: Sending, file: File): Promise<void> => {
    if (one.stop.signal.aborted) return;
    try {
      const uploadId = await uploadFile(file, (progress) => put(one.key, progress), one.stop.signal);
      await api.attachments.add({
        ...to,
        uploadId,
        name: one.name,
        requestId: newRequestId(),
      });
      await Promise.all(shownWith(to).map((queryKey) => client.invalidateQueries({ queryKey })));
      drop(one.key);
      notify(t('complaints.attachment.added', { name: one.name }), { tone: 'green' });
    } catch (error) {
      if (careError(error)?.code === 'CANCELLED') drop(one.key);
      else put(one.key, { refused: errorText(error, t) });
    }
  };
  const take = (files: readonly File[]): void => {
    for (const file of files) {
      const one: Sending = {
        key: newRequestId(),
        name: (file.name || t('complaints.attachment.nameless')).slice(-longestName),
        done: 0,
        total: file.size,
        stop: new AbortController(),
        refused: null,
      };
      setSending((all) => [...all, one]);
      last.current = last.current.then(() => send(one, file));
    }
  };
  const cancel = (one: Sending): void => {
    one.stop.abort();
    drop(one.key);
  };
  return { sending, take, cancel };
};
