import i18next, { type TFunction } from 'i18next';
import { codeWords } from '../features/paper/codeWords.ts';
import { api } from '../lib/api.ts';
import { momentOf, plate } from '../lib/formats.ts';
import { CodeBox } from './CodeBox.tsx';
import css from './form.module.css';
import { type PrintedPaper, paperOf } from './paperOf.ts';
import type { PaperAsked } from './printAsked.ts';
import type { Printable } from './printable.ts';
import sheet from './sheet.module.css';

type Row = PrintedPaper['rows'][number];

interface Paper {
  /** always Chinese: customers write on it */
  readonly t: TFunction;
  readonly printed: PrintedPaper;
  readonly timeZone: string;
}

/** of a row's bars, thousandths of a millimetre */
const bars = { width: 40_000, height: 7_500 } as const;

const Head = ({ paper: { t, printed, timeZone } }: { readonly paper: Paper }) => (
  <header className={css['sheetHead']}>
    <p className={sheet['store']}>{printed.store}</p>
    <h1>
      {t('paper.sheet.signIn.title')} <span>{printed.day}</span>
    </h1>
    <p className={css['sheetFacts']}>
      <span>{t('paper.sheet.printed', { moment: momentOf(printed.at, timeZone), name: printed.byName })}</span>
      <span>{t('paper.sheet.rows', { count: printed.rows.length })}</span>
      <strong>{t('paper.sheet.signIn.after')}</strong>
    </p>
  </header>
);

const columns = ['position', 'code', 'booked', 'name', 'plate', 'phone', 'arrived', 'km', 'wish'] as const;

const Line = ({ row }: { readonly row: Row }) => (
  <tr>
    <td className={css['position']}>{row.position}</td>
    <td className={css['rowCode']}>
      <div className={css['rowBars']}>
        <CodeBox kind="code128" text={row.code} {...bars} />
      </div>
      {codeWords(row.code)}
    </td>
    <td>
      {row.time}
      {row.adviser !== null && <p className={css['small']}>{row.adviser}</p>}
    </td>
    <td className={css['known']}>{row.name}</td>
    <td>
      {row.plate !== null && plate(row.plate)}
      {row.series !== null && <p className={css['small']}>{row.series}</p>}
    </td>
    <td />
    <td />
    <td />
    <td />
  </tr>
);

const Page = ({ paper }: { readonly paper: Paper }) => (
  <article className={css['sheet']} lang="zh-CN">
    <Head paper={paper} />
    <table className={css['table']}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" className={css[`${column}Column`]}>
              {paper.t(`paper.sheet.signIn.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {paper.printed.rows.map((row) => (
          <Line key={row.code} row={row} />
        ))}
      </tbody>
    </table>
  </article>
);

/** 到店签到表, A4 across: the day's bookings, then empty rows, a code for each. @throws ORPCError as `paper.print` */
export const signInSheets = async (asked: PaperAsked): Promise<Printable> => {
  const [printed, { store }] = await Promise.all([paperOf(asked), api.settings.get({})]);
  const paper: Paper = { t: i18next.getFixedT('zh-CN'), printed, timeZone: store.timeZone };
  return { width: 297, height: 210, flowMargin: 10, sheets: [<Page key="sheet" paper={paper} />] };
};
