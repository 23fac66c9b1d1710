import { type Import, importedFile } from './syntax.ts';

export interface ImportRule {
  folder: string;
  /** names, or the start of names where they end in `/` or `:` */
  packages: string[];
  /** folders of the project beside its own */
  folders: string[];
  /** single files outside those folders */
  files?: string[];
  /** folders of which it may import types, no more */
  types?: string[];
  /** packages of which it may import types, no more */
  typePackages?: string[];
}

const CONTRACT = 'db/contract';
const DOMAIN = 'db/domain';
const DB = ['db/contract', 'db/domain', 'db/schema', 'db/files', 'db/features', 'db/store'];

/** The two that hold Electron's objects and hand them to what stands beside them, which knows their types alone. */
const ELECTRON_ENTRIES = ['electron/main/main.ts', 'electron/preload/preload.ts'];

/** Who may import what; a file goes by the longest folder that holds it. build and test may import anything. */
export const IMPORT_RULES: readonly ImportRule[] = [
  { folder: CONTRACT, packages: ['zod', '@orpc/contract'], folders: [] },
  { folder: DOMAIN, packages: ['tyme4ts', 'pinyin-pro', 'chinese-days'], folders: [], types: [CONTRACT] },
  { folder: 'db/schema', packages: ['kysely', 'better-sqlite3', 'node:'], folders: [CONTRACT, 'db/schema/migrations'] },
  { folder: 'db/schema/migrations', packages: ['kysely'], folders: [] },
  {
    folder: 'db/files',
    packages: ['write-excel-file', 'csv-parse', 'node:'],
    folders: [CONTRACT, DOMAIN],
  },
  {
    folder: 'db/features',
    packages: ['kysely'],
    folders: [CONTRACT, DOMAIN, 'db/files'],
    types: ['db/schema', 'db/store'],
    typePackages: ['zod'],
  },
  { folder: 'db/store', packages: ['kysely', 'better-sqlite3', 'node:'], folders: DB, typePackages: ['zod'] },
  {
    folder: 'electron/host',
    packages: ['hono', '@hono/', '@orpc/', 'electron-log/node', 'node:'],
    folders: DB,
    files: ['package.json'],
  },
  {
    folder: 'electron/main',
    packages: ['electron-updater', 'node:'],
    folders: [CONTRACT, 'electron/host'],
    files: ['package.json'],
    typePackages: ['electron'],
  },
  { folder: 'electron/preload', packages: [], folders: [CONTRACT] },
  {
    folder: 'renderer',
    packages: [
      'react',
      'react-dom',
      'antd',
      '@ant-design/icons',
      '@fontsource-variable/noto-sans-sc',
      '@fontsource/noto-sans-sc',
      'zustand',
      'dayjs',
      'echarts',
      'bwip-js',
      'i18next',
      'react-i18next',
      '@tanstack/react-query',
      '@tanstack/react-router',
      '@orpc/client',
      '@orpc/tanstack-query',
    ],
    folders: [CONTRACT, DOMAIN],
    typePackages: ['@orpc/contract'],
  },
];

/** Why a file may not have an import, in words; undefined where it may. */
export function forbidden(file: string, { specifier, typeOnly }: Import): string | undefined {
  const rule = ruleOf(file);
  if (!rule) return `${file}: no rule covers its folder`;
  const target = importedFile(file, specifier);
  if (specifier === 'electron' && ELECTRON_ENTRIES.includes(file)) return undefined;
  const allowed =
    target === undefined
      ? [...rule.packages, ...(typeOnly ? (rule.typePackages ?? []) : [])].some((name) => isPackage(specifier, name))
      : isOwn(rule, target) ||
        rule.files?.includes(target) ||
        (typeOnly ? [...rule.folders, ...(rule.types ?? [])] : rule.folders).some(holds(target));
  return allowed ? undefined : `${file} imports ${typeOnly ? 'type ' : ''}${specifier}`;
}

function ruleOf(file: string): ImportRule | undefined {
  return IMPORT_RULES.filter((rule) => holds(file)(rule.folder)).sort((a, b) => b.folder.length - a.folder.length)[0];
}

/** A nested folder with a rule of its own is not part of the folder around it. */
function isOwn(rule: ImportRule, target: string): boolean {
  return ruleOf(target) === rule && rule.folder !== 'db/schema/migrations';
}

function holds(file: string): (folder: string) => boolean {
  return (folder) => file.startsWith(`${folder}/`);
}

function isPackage(specifier: string, name: string): boolean {
  return specifier === name || specifier.startsWith(/[/:]$/.test(name) ? name : `${name}/`);
}
