import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { fetchOverPort, fileAddress } from '../../lib/download.ts';
import { hostPort } from '../../lib/hostPort.ts';

/** What stands below `/api` for a file that is kept. */
export const attachmentPath = (id: string): string => `/attachments/${id}/file`;

/** Where an image or a recording is to be had from: over HTTP as it is, in the shell a copy in the page; null until it is there. */
export const useAttachmentAddress = (id: string): string | null => {
  const port = hostPort;
  const { data: content } = useQuery({
    queryKey: ['attachment', id],
    enabled: port !== null,
    // what is kept never changes
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => (port ? (await fetchOverPort(port, attachmentPath(id))).content : null),
  });
  const [copy, setCopy] = useState<string | null>(null);
  useEffect(() => {
    if (!content) return;
    const made = URL.createObjectURL(content);
    setCopy(made);
    return () => URL.revokeObjectURL(made);
  }, [content]);
  return port ? copy : fileAddress(attachmentPath(id));
};
