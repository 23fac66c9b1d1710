import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { ImportKind, ImportSummary, Problem } from '../../../db/contract/imports.ts';
import { importKind } from '../../../db/contract/imports.ts';
import { missingFields } from '../../../db/domain/import/fields.ts';
import { mappingFromMap } from '../../../db/files/columns.ts';
import { FileRefused } from '../../../db/files/fileRefused.ts';
import type { StagedFile } from '../../../db/store/importProtocol.ts';
import { openStore } from '../../../db/store/openStore.ts';
import type { Progress, Store } from '../../../db/store/types.ts';
import { ImportThread } from '../importThread.ts';
import { lockHolder } from '../lock.ts';
import { checkSize } from '../uploads.ts';
import { type CliCommand, type CliContext, RefusedError, type Said, said, textOption, UsageError } from './command.ts';
import { holdsStore } from './dataFolder.ts';
import { withWriter } from './withStore.ts';

const stagingMemoryMb = 900;

/** `{"手机": "联系电话", "name": 3}`: a field with the title of its column, or with the column's number from 0. */
type MapFile = Readonly<Record<string, string | number>>;

const phases: Readonly<Record<Progress['phase'], Said>> = {
  read: said('读取', 'reading'),
  check: said('检查', 'checking'),
  match: said('比对', 'matching'),
  write: said('写入', 'writing'),
  search: said('建立检索', 'indexing'),
  done: said('完成', 'done'),
};

const showProgress =
  (context: CliContext) =>
  ({ phase, done, total }: Progress): void => {
    const part = total > 0 ? ` ${done}/${total}` : '';
    context.progress(said(`${phases[phase].zh}${part}`, `${phases[phase].en}${part}`));
  };

/** @throws UsageError */
const readMap = async (path: string): Promise<MapFile> => {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch {
    throw new UsageError(`${path} 不是可读的 JSON`, `${path} is no readable JSON`);
  }
  const isMap =
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(
      (column) =>
        typeof column === 'string' || (Number.isInteger(column) && Number(column) >= 0 && Number(column) <= 500),
    );
  if (!isMap)
    throw new UsageError(
      '--map 应为 {字段: 列标题或列序号（从 0 起）}',
      '--map must be {field: title or number of the column, from 0}',
    );
  return value as MapFile;
};

const columnsMissing = (fields: readonly string[]): RefusedError =>
  new RefusedError(
    'UNSUPPORTED',
    `缺少必需的列：${fields.join('、')}。请用 --map 指定`,
    `Required columns are missing: ${fields.join(', ')}. Name them with --map`,
  );

interface Job {
  readonly importId: string;
  readonly kind: ImportKind;
  readonly path: string;
  readonly map: MapFile | undefined;
}

const stage = async (
  context: CliContext,
  worker: ImportThread,
  { importId, kind, path, map }: Job,
): Promise<StagedFile> => {
  const run = async (mapping: Record<string, number> | undefined): Promise<StagedFile> => {
    const request = {
      type: 'stage',
      dataDir: context.dataDir,
      importId,
      kind,
      fileName: basename(path),
      path,
    } as const;
    const answer = await worker.ask({ ...request, ...(mapping ? { mapping } : {}) }, showProgress(context));
    if (answer.type !== 'staged') throw new Error(`the import worker answered ${answer.type}`);
    return answer.staged;
  };
  if (!map) return run(undefined);
  // titles can only be found once the header is known
  const named = Object.values(map).some((column) => typeof column === 'string');
  if (!named) return run(map as Record<string, number>);
  const { header } = await run(undefined);
  try {
    return await run(mappingFromMap(header, kind, map));
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    const wrong = (error.data.fields ?? []).map((field) => `${field} → ${map[field]}`).join('、');
    throw new RefusedError('VALIDATION', `表里没有这些字段或列：${wrong}`, `No such fields or columns: ${wrong}`);
  }
};

const problemsOf = async (context: CliContext, worker: ImportThread, importId: string): Promise<Problem[]> => {
  const answer = await worker.ask({ type: 'problems', dataDir: context.dataDir, importId });
  return answer.type === 'problems' ? answer.problems : [];
};

const writeReport = async (
  context: CliContext,
  worker: ImportThread,
  importId: string,
  path: string,
): Promise<void> => {
  const answer = await worker.ask({ type: 'errors', dataDir: context.dataDir, importId });
  if (answer.type === 'errors') await writeFile(path, answer.csv);
};

const removeStaged = async (dataDir: string, importId: string): Promise<void> => {
  const folder = join(dataDir, 'staging');
  for (const name of await readdir(folder).catch(() => [])) {
    if (name.startsWith(importId)) await rm(join(folder, name), { force: true }).catch(() => {});
  }
};

const summaryText = (summary: ImportSummary, dryRun: boolean): Said[] => {
  const {
    rows,
    accepted,
    created,
    updated,
    same,
    warnings,
    errors,
    skipped,
    repeated_order: repeated,
    unknown_vehicle: unknown,
  } = summary;
  const refused = errors + (repeated ?? 0) + (unknown ?? 0);
  return [
    dryRun ? said('试运行，没有写入任何内容', 'A dry run: nothing was written') : said('已导入', 'Imported'),
    said(
      `共 ${rows} 行：接受 ${accepted}（新增 ${created}，更新 ${updated}，相同 ${same}），其中有提醒 ${warnings}；拒绝 ${refused}，空行 ${skipped}`,
      `${rows} rows: ${accepted} taken (${created} new, ${updated} changed, ${same} the same), ${warnings} of them with a warning; ${refused} refused, ${skipped} blank`,
    ),
    ...(unknown === undefined && repeated === undefined
      ? []
      : [
          said(
            `拒绝中：车辆不存在 ${unknown ?? 0}，工单号重复 ${repeated ?? 0}`,
            `refused: ${unknown ?? 0} for an unknown vehicle, ${repeated ?? 0} for a repeated number`,
          ),
        ]),
  ];
};

/** What the imported visits earn: nobody's desk does it after this process. */
const settlePoints = async (context: CliContext, store: Store): Promise<void> => {
  const batch = async (): Promise<boolean> =>
    ((await store.call('points.settle', {}, context.actor)) as { more: boolean }).more;
  const { queued } = (await store.call('points.due', {}, context.actor)) as { queued: boolean };
  for (let more = queued; more && !context.signal.aborted; ) more = await batch();
};

const runImport = async (
  context: CliContext,
  job: Job,
  store: Store | null,
): Promise<{ summary: ImportSummary; problems: Problem[] }> => {
  const worker = new ImportThread(stagingMemoryMb);
  const stop = (): void => void worker.end();
  context.signal.addEventListener('abort', stop, { once: true });
  try {
    const { summary: staged, mapping } = await stage(context, worker, job);
    const missing = missingFields(job.kind, mapping);
    if (missing.length > 0) throw columnsMissing(missing);
    const problems = await problemsOf(context, worker, job.importId);
    const report = textOption(context, 'report');
    if (report !== undefined) await writeReport(context, worker, job.importId, resolve(report));
    await worker.end();
    if (!store) return { summary: staged, problems };
    const { signal } = context;
    const options = { signal, onProgress: showProgress(context) };
    const summary = (await store.call(
      'staged.apply',
      { importId: job.importId },
      context.actor,
      options,
    )) as ImportSummary;
    await settlePoints(context, store);
    return { summary, problems };
  } finally {
    await worker.end();
    await removeStaged(context.dataDir, job.importId);
  }
};

/** A dry run reads alone, so a desk may have the store open; the store itself is made where there is none. */
const dryRun = async (context: CliContext, job: Job) => {
  if (!lockHolder(context.dataDir)) await withWriter(context, 'import', async () => {});
  else if (!holdsStore(context.dataDir)) await (await openStore(context.dataDir, { create: false })).close();
  return runImport(context, job, null);
};

export const importFile: CliCommand = {
  usage: said(
    'caredesk import customers|members|service-orders 文件 [--dry-run] [--map MAP.json] [--report OUT.csv]   导入旧系统的文件',
    "caredesk import customers|members|service-orders FILE [--dry-run] [--map MAP.json] [--report OUT.csv]   import an old system's file",
  ),
  options: { 'dry-run': { type: 'boolean' }, map: { type: 'string' }, report: { type: 'string' } },
  run: async (context) => {
    const [what, file, ...rest] = context.positionals;
    const kind = importKind.safeParse(what);
    if (!kind.success || !file || rest.length > 0) {
      throw new UsageError(
        '应为 import customers|members|service-orders 加一个文件',
        'import needs customers, members or service-orders, and one file',
      );
    }
    const mapPath = textOption(context, 'map');
    const map = mapPath === undefined ? undefined : await readMap(mapPath);
    const path = resolve(file);
    const found = await stat(path).catch(() => null);
    if (!found?.isFile())
      throw new RefusedError('NOT_FOUND', `没有这个文件：${path}`, `There is no such file: ${path}`);
    checkSize(found.size);
    const isDry = context.values['dry-run'] === true;
    const job: Job = { importId: randomUUID(), kind: kind.data, path, map };
    await mkdir(context.dataDir, { recursive: true });
    const { summary, problems } = isDry
      ? await dryRun(context, job)
      : await withWriter(context, 'import', (store) => runImport(context, job, store));
    return {
      exit: 0,
      json: { kind: kind.data, dry_run: isDry, ...summary, problems },
      text: summaryText(summary, isDry),
    };
  },
};
