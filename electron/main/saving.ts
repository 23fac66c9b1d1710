import { join } from 'node:path';
import type { DownloadItem, SaveDialogOptions } from 'electron';
import { isOwnBlob } from './appScheme.ts';
import type { MenuTexts } from './menuTexts.ts';

const mostName = 120;

/** A name that every file system takes, and that leads nowhere else. */
export const safeFileName = (name: string): string => {
  const plain = [...name.normalize('NFC')]
    .map((letter) => (/[\\/:*?"<>|\p{Cc}\p{Cf}]/u.test(letter) ? '-' : letter))
    .join('')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const extension = /\.\w{1,5}$/.exec(plain)?.[0] ?? '';
  const stem = plain.slice(0, plain.length - extension.length);
  const safe = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(stem) ? `_${stem}` : stem;
  return `${[...safe].slice(0, mostName).join('') || 'CareDesk'}${extension}`;
};

const kinds: Readonly<Record<string, keyof MenuTexts['fileKinds']>> = {
  xlsx: 'workbook',
  csv: 'table',
  txt: 'text',
  pdf: 'document',
  json: 'data',
};

/** The system's own dialog for a file that the desk hands out, in the documents folder, with the right kind chosen. */
export const saveDialog = (fileName: string, documents: string, texts: MenuTexts): SaveDialogOptions => {
  const name = safeFileName(fileName);
  const extension = /\.(\w{1,5})$/.exec(name)?.[1]?.toLowerCase();
  const kind = extension === undefined ? undefined : kinds[extension];
  return {
    title: texts.saveAs,
    defaultPath: join(documents, name),
    filters: [
      ...(extension !== undefined && kind ? [{ name: texts.fileKinds[kind], extensions: [extension] }] : []),
      { name: texts.allFiles, extensions: ['*'] },
    ],
  };
};

/** A download is a file that a page of ours made; nothing else comes in. False where it was refused. */
export const takeDownload = (
  item: Pick<DownloadItem, 'getURL' | 'getFilename' | 'setSaveDialogOptions' | 'cancel'>,
  documents: string,
  texts: MenuTexts,
): boolean => {
  if (!isOwnBlob(item.getURL())) {
    item.cancel();
    return false;
  }
  item.setSaveDialogOptions(saveDialog(item.getFilename(), documents, texts));
  return true;
};
