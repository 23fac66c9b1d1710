import type { ShellLanguage } from '../../db/contract/shell.ts';

/** What the shell itself says: its menu, its dialogs. All else is the desk's, in renderer/i18n. */
export interface MenuTexts {
  readonly appName: string;
  readonly file: string;
  readonly newCustomer: string;
  readonly newBooking: string;
  readonly walkIn: string;
  readonly importFiles: string;
  readonly settings: string;
  readonly quit: string;
  readonly edit: string;
  readonly takeBack: string;
  readonly undo: string;
  readonly redo: string;
  readonly cut: string;
  readonly copy: string;
  readonly paste: string;
  readonly selectAll: string;
  readonly view: string;
  readonly today: string;
  readonly bookings: string;
  readonly customers: string;
  readonly prospects: string;
  readonly reload: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly zoomReset: string;
  readonly fullScreen: string;
  readonly devTools: string;
  readonly window: string;
  readonly minimize: string;
  readonly help: string;
  readonly pageHelp: string;
  readonly keys: string;
  readonly tour: string;
  readonly openLogs: string;
  readonly about: string;
  readonly hide: string;
  readonly hideOthers: string;
  readonly showAll: string;
  readonly saveAs: string;
  readonly allFiles: string;
  readonly fileKinds: Readonly<Record<'workbook' | 'table' | 'text' | 'document' | 'data', string>>;
  readonly pageCrashed: string;
  readonly pageCrashedDetail: string;
  readonly pageHangs: string;
  readonly pageHangsDetail: string;
  readonly again: string;
  readonly wait: string;
  readonly cannotStart: string;
  readonly cannotStartDetail: string;
}

const zhCN: MenuTexts = {
  appName: '关怀台',
  file: '文件',
  newCustomer: '新建客户',
  newBooking: '新建预约',
  walkIn: '未预约到店',
  importFiles: '导入旧系统数据…',
  settings: '设置',
  quit: '退出关怀台',
  edit: '编辑',
  takeBack: '撤销刚才做的事',
  undo: '撤销输入',
  redo: '恢复',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  selectAll: '全选',
  view: '查看',
  today: '今日',
  bookings: '预约',
  customers: '客户',
  prospects: '潜客',
  reload: '重新载入',
  zoomIn: '放大',
  zoomOut: '缩小',
  zoomReset: '实际大小',
  fullScreen: '全屏',
  devTools: '开发者工具',
  window: '窗口',
  minimize: '最小化',
  help: '帮助',
  pageHelp: '本页帮助 F1',
  keys: '快捷键一览',
  tour: '新手七步',
  openLogs: '打开日志文件夹',
  about: '关于关怀台',
  hide: '隐藏关怀台',
  hideOthers: '隐藏其他',
  showAll: '全部显示',
  saveAs: '另存为',
  allFiles: '所有文件',
  fileKinds: { workbook: 'Excel 工作簿', table: 'CSV 表格', text: '文本', document: 'PDF 文档', data: 'JSON 数据' },
  pageCrashed: '界面出了问题',
  pageCrashedDetail: '已保存的内容都在，没保存的草稿也留着。请重新载入；若反复出现，请退出后再打开关怀台。',
  pageHangs: '界面没有响应',
  pageHangsDetail: '可以再等一会儿，或者重新载入。已保存的内容不受影响。',
  again: '重新载入',
  wait: '再等等',
  cannotStart: '关怀台打不开',
  cannotStartDetail: '程序文件不完整，请重新安装。店里的数据不受影响。',
};

const en: MenuTexts = {
  appName: 'CareDesk',
  file: 'File',
  newCustomer: 'New customer',
  newBooking: 'New booking',
  walkIn: 'Walk in',
  importFiles: 'Import old data…',
  settings: 'Settings',
  quit: 'Quit CareDesk',
  edit: 'Edit',
  takeBack: 'Take the last step back',
  undo: 'Undo typing',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: 'View',
  today: 'Today',
  bookings: 'Bookings',
  customers: 'Customers',
  prospects: 'Prospects',
  reload: 'Reload',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: 'Actual size',
  fullScreen: 'Full screen',
  devTools: 'Developer tools',
  window: 'Window',
  minimize: 'Minimise',
  help: 'Help',
  pageHelp: 'Help on this screen F1',
  keys: 'List of keys',
  tour: 'First day in seven steps',
  openLogs: 'Open the log folder',
  about: 'About CareDesk',
  hide: 'Hide CareDesk',
  hideOthers: 'Hide others',
  showAll: 'Show all',
  saveAs: 'Save as',
  allFiles: 'All files',
  fileKinds: {
    workbook: 'Excel workbook',
    table: 'CSV table',
    text: 'Text',
    document: 'PDF document',
    data: 'JSON data',
  },
  pageCrashed: 'The page has crashed',
  pageCrashedDetail:
    'Everything saved is there, and drafts are kept. Please reload; if it happens again, quit CareDesk and open it anew.',
  pageHangs: 'The page does not respond',
  pageHangsDetail: 'You can wait a little longer, or reload. What was saved is not affected.',
  again: 'Reload',
  wait: 'Wait',
  cannotStart: 'CareDesk cannot be opened',
  cannotStartDetail:
    'Some of the program’s files are missing: please install it again. The store’s data is not affected.',
};

export const menuTexts: Readonly<Record<ShellLanguage, MenuTexts>> = { 'zh-CN': zhCN, en };

/** The system's language until the desk has said its own; anything but English is Chinese. */
export const shellLanguage = (kept: string | null, systemLocale: string): ShellLanguage => {
  if (kept === 'zh-CN' || kept === 'en') return kept;
  return /^en\b/i.test(systemLocale) ? 'en' : 'zh-CN';
};
