import i18next, { type TFunction } from 'i18next';
import { outcomeKeys, outcomes } from '../features/tasks/outcomes.ts';
import { labelOf, occasionWords } from '../features/tasks/reasonWords.ts';
import { type Answer, api } from '../lib/api.ts';
import { dayOf, dayShort, momentOf, phone, timeOf } from '../lib/formats.ts';
import { newRequestId } from '../lib/requestId.ts';
import { CodeBox } from './CodeBox.tsx';
import css from './callSheet.module.css';
import type { PrintAsked } from './printAsked.ts';
import type { Printable } from './printable.ts';

type Sheet = Answer<typeof api.tasks.printSheet>;
type Row = Sheet['rows'][number];

/** of a row's bars, thousandths of a millimetre */
const bars = { width: 34_000, height: 8_500 } as const;

interface Paper {
  /** always in Chinese, as what is said to customers */
  readonly t: TFunction;
  readonly sheet: Sheet;
  readonly timeZone: string;
}

const Head = ({ paper: { t, sheet, timeZone } }: { readonly paper: Paper }) => {
  const count = sheet.rows.length;
  return (
    <header className={css['head']}>
      <p className={css['store']}>{sheet.store}</p>
      <h1>
        {t('callSheets.paper.title')} <span>{sheet.day}</span>
      </h1>
      <p className={css['facts']}>
        <span>{t('callSheets.paper.printed', { moment: momentOf(sheet.at, timeZone) })}</span>
        <span>{t('callSheets.paper.by', { name: sheet.byName })}</span>
        <span>
          {sheet.count > count
            ? t('callSheets.paper.ofAll', { count, all: sheet.count })
            : t('callSheets.paper.rows', { count })}
        </span>
        <strong>{t('callSheets.paper.giveBack')}</strong>
      </p>
    </header>
  );
};

/** 应在 11-22 18:00 前 · 11-23内: a term that ends at midnight is a day's. */
const dueWords = (dueAt: number, { t, sheet, timeZone }: Paper): string => {
  const late = dueAt < sheet.at;
  if (timeOf(dueAt, timeZone) === '00:00') {
    const day = dayShort(dayOf(dueAt - 1, timeZone), sheet.day);
    return t(late ? 'tasks.row.overdueDay' : 'tasks.row.dueDay', { day });
  }
  const moment = `${dayShort(dayOf(dueAt, timeZone), sheet.day)} ${timeOf(dueAt, timeZone)}`;
  return t(late ? 'tasks.row.overdue' : 'tasks.row.due', { moment });
};

/** 京A·3K927 · 保险到期提醒 · 保险 12-20 到期 · 11-22 18:00 前 */
const reasonLine = (reason: Row['reasons'][number], paper: Paper): string =>
  [labelOf(reason), reason.ruleName, occasionWords(reason, paper.sheet.day, paper.t), dueWords(reason.dueAt, paper)]
    .filter(Boolean)
    .join(' · ');

const Who = ({ row, paper: { t } }: { readonly row: Row; readonly paper: Paper }) => (
  <>
    <p className={css['name']}>{[row.name, row.tierName].filter(Boolean).join(' ')}</p>
    <p className={css['phone']}>{row.phone ? phone(row.phone) : t('callSheets.paper.noPhone')}</p>
    {row.contactHours !== null && <p>{t('callSheets.paper.hours', { hours: row.contactHours })}</p>}
    {row.tries > 0 && <p>{t('tasks.row.tries', { count: row.tries + 1 })}</p>}
  </>
);

/** Each outcome with the key that enters it, a place for the time, and room for a note. */
const Boxes = ({ paper: { t } }: { readonly paper: Paper }) => (
  <>
    <ul className={css['boxes']}>
      {outcomes.map((outcome) => (
        <li key={outcome}>
          <i />
          {t('callSheets.paper.box', { key: outcomeKeys[outcome], outcome: t(`tasks.outcome.${outcome}`) })}
        </li>
      ))}
    </ul>
    <p className={css['lines']}>
      <span>{t('callSheets.paper.at')}</span>
      <span>{t('callSheets.paper.note')}</span>
    </p>
  </>
);

const Line = ({ row, paper }: { readonly row: Row; readonly paper: Paper }) => (
  <tr>
    <td className={css['position']}>{row.position}</td>
    <td className={css['code']}>
      <div className={css['bars']}>
        <CodeBox kind="code128" text={row.code} {...bars} />
      </div>
      {row.code.replace(/^(\d{3})/, '$1 ')}
    </td>
    <td>
      <Who row={row} paper={paper} />
    </td>
    <td>
      {row.reasons.map((reason) => (
        <p key={reason.taskId}>{reasonLine(reason, paper)}</p>
      ))}
      <p className={css['script']}>{row.script}</p>
    </td>
    <td>
      <Boxes paper={paper} />
    </td>
  </tr>
);

const columns = ['position', 'code', 'who', 'what', 'outcome'] as const;

const Page = ({ paper }: { readonly paper: Paper }) => (
  <article className={css['sheet']} lang="zh-CN">
    <Head paper={paper} />
    <table>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" className={css[`${column}Column`]}>
              {paper.t(`callSheets.paper.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {paper.sheet.rows.map((row) => (
          <Line key={row.code} row={row} paper={paper} />
        ))}
      </tbody>
    </table>
  </article>
);

/**
 * 回访单, A4 across, over as many pages as it needs: today's calls with whole numbers, a code for each row.
 *
 * @throws ORPCError NOT_FOUND `task-not-found` where nobody is to be called; CONFLICT `sheet-printed`
 */
export const callSheets = async ({
  sheetId,
  mine,
  ruleId,
}: Extract<PrintAsked, { document: 'callSheet' }>): Promise<Printable> => {
  const [sheet, { store }] = await Promise.all([
    api.tasks.printSheet({ sheetId, mine, ruleId, requestId: newRequestId() }),
    api.settings.get({}),
  ]);
  const paper: Paper = { t: i18next.getFixedT('zh-CN'), sheet, timeZone: store.timeZone };
  return { width: 297, height: 210, flowMargin: 10, sheets: [<Page key="sheet" paper={paper} />] };
};
