import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import type { MenuTexts } from './menuTexts.ts';

export interface MenuAsks {
  readonly texts: MenuTexts;
  readonly mac: boolean;
  readonly withDevTools: boolean;
  /** does what the desk's own command of that name does; the desk decides who may */
  readonly perform: (command: string) => void;
  readonly openLogs: () => void;
}

const line: MenuItemConstructorOptions = { type: 'separator' };

/**
 * The menu. Its labels underline no letter: Alt and a letter are the desk's own keys. Nothing closes the window by Ctrl W, which
 * a hand slips to while somebody types.
 */
export const menuTemplate = ({
  texts,
  mac,
  withDevTools,
  perform,
  openLogs,
}: MenuAsks): MenuItemConstructorOptions[] => {
  const item = (label: string, command: string): MenuItemConstructorOptions => ({
    label,
    click: () => perform(command),
  });
  return [
    ...(mac ? [macMenu(texts)] : []),
    {
      label: texts.file,
      submenu: [
        item(texts.newCustomer, 'customers.new'),
        item(texts.newBooking, 'board.book'),
        item(texts.walkIn, 'board.walkIn'),
        line,
        item(texts.importFiles, 'imports.open'),
        item(texts.settings, 'settings.store'),
        ...(mac ? [] : [line, { role: 'quit' as const, label: texts.quit }]),
      ],
    },
    { label: texts.edit, submenu: [item(texts.takeBack, 'desk.undo'), line, ...editing(texts)] },
    {
      label: texts.view,
      submenu: [
        item(texts.today, 'today.open'),
        item(texts.bookings, 'board.bookings'),
        item(texts.customers, 'customers.list'),
        item(texts.prospects, 'prospects.list'),
        line,
        { role: 'reload', label: texts.reload },
        { role: 'zoomIn', label: texts.zoomIn },
        { role: 'zoomOut', label: texts.zoomOut },
        { role: 'resetZoom', label: texts.zoomReset },
        { role: 'togglefullscreen', label: texts.fullScreen },
        ...(withDevTools ? [line, { role: 'toggleDevTools' as const, label: texts.devTools }] : []),
      ],
    },
    ...(mac
      ? [
          {
            role: 'windowMenu' as const,
            label: texts.window,
            submenu: [{ role: 'minimize' as const, label: texts.minimize }],
          },
        ]
      : []),
    {
      role: 'help',
      label: texts.help,
      submenu: [
        item(texts.pageHelp, 'desk.help'),
        item(texts.keys, 'desk.keys'),
        item(texts.tour, 'desk.tour'),
        line,
        { label: texts.openLogs, click: openLogs },
        ...(mac ? [] : [{ role: 'about' as const, label: texts.about }]),
      ],
    },
  ];
};

const macMenu = (texts: MenuTexts): MenuItemConstructorOptions => ({
  label: texts.appName,
  submenu: [
    { role: 'about', label: texts.about },
    line,
    { role: 'hide', label: texts.hide },
    { role: 'hideOthers', label: texts.hideOthers },
    { role: 'unhide', label: texts.showAll },
    line,
    { role: 'quit', label: texts.quit },
  ],
});

const editing = (texts: MenuTexts): MenuItemConstructorOptions[] => [
  { role: 'undo', label: texts.undo },
  { role: 'redo', label: texts.redo },
  line,
  { role: 'cut', label: texts.cut },
  { role: 'copy', label: texts.copy },
  { role: 'paste', label: texts.paste },
  { role: 'selectAll', label: texts.selectAll },
];

type Clicked = Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'editFlags'>;

/** What the right button offers: editing in a field, copying of marked text, else nothing. */
export const contextTemplate = (
  { isEditable, selectionText, editFlags }: Clicked,
  texts: MenuTexts,
): MenuItemConstructorOptions[] => {
  if (isEditable) {
    return [
      { role: 'undo', label: texts.undo, enabled: editFlags.canUndo },
      line,
      { role: 'cut', label: texts.cut, enabled: editFlags.canCut },
      { role: 'copy', label: texts.copy, enabled: editFlags.canCopy },
      { role: 'paste', label: texts.paste, enabled: editFlags.canPaste },
      { role: 'selectAll', label: texts.selectAll },
    ];
  }
  return selectionText.trim() === '' ? [] : [{ role: 'copy', label: texts.copy }];
};
