import { codeWords } from '../features/paper/codeWords.ts';
import { CodeBox } from './CodeBox.tsx';
import css from './form.module.css';
import sheet from './sheet.module.css';

/** of a form's bars, thousandths of a millimetre */
const bars = { width: 52_000, height: 11_000 } as const;

/** Whose form it is and what it is; its code at the right, by which it is entered again. */
export const FormHead = ({
  store,
  title,
  code,
}: {
  readonly store: string;
  readonly title: string;
  readonly code: string;
}) => (
  <header className={css['head']}>
    <div className={css['headTitle']}>
      <p className={sheet['store']}>{store}</p>
      <h1 className={sheet['title']}>{title}</h1>
    </div>
    <div className={css['code']}>
      <div className={css['bars']}>
        <CodeBox kind="code128" text={code} {...bars} />
      </div>
      {codeWords(code)}
    </div>
  </header>
);
