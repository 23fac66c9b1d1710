import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { PlusIcon } from '../../ui/icons.tsx';
import own from './complaintRules.module.css';
import { moveUp } from './moveUp.ts';
import { type NamedText, newCode } from './namedListForm.ts';
import css from './rules.module.css';
import { TableText } from './TableText.tsx';

export interface NamedListProps {
  readonly rows: readonly NamedText[];
  /** what becomes of what is named already */
  readonly help: string;
  /** characters that a name may have */
  readonly longest?: number;
  readonly add: string;
  readonly say: (path: string) => string | undefined;
  readonly onChange: (rows: readonly NamedText[]) => void;
}

/** Names in an order of one's own: each can be changed, moved up and taken away. */
export const NamedList = ({ rows, help, longest = 20, add, say, onChange }: NamedListProps) => {
  const { t } = useTranslation();
  return (
    <>
      <p className="quiet">{help}</p>
      <ol className={own['names']}>
        {rows.map(({ code, name }, at) => {
          const named = name.trim() || t('complaintRules.list.unnamed');
          return (
            <li key={code} className={css['name']}>
              <span className={own['nameLine']}>
                <TableText
                  words
                  label={t('complaintRules.list.nameOf', { n: at + 1 })}
                  value={name}
                  maxLength={longest}
                  wrong={say(code)}
                  onChange={(text) => onChange(rows.map((row) => (row.code === code ? { ...row, name: text } : row)))}
                />
                <Button
                  aria-label={t('complaintRules.list.upOf', { name: named })}
                  disabled={at === 0}
                  onClick={() => onChange(moveUp(rows, at))}
                >
                  {t('complaintRules.list.up')}
                </Button>
                <Button
                  aria-label={t('complaintRules.list.remove', { name: named })}
                  onClick={() => onChange(rows.filter((row) => row.code !== code))}
                >
                  {t('common.remove')}
                </Button>
              </span>
            </li>
          );
        })}
      </ol>
      {say('rows') && (
        <p className={css['cellWrong']} role="alert">
          {say('rows')}
        </p>
      )}
      <div>
        <Button icon={<PlusIcon size={16} />} onClick={() => onChange([...rows, { code: newCode(), name: '' }])}>
          {add}
        </Button>
      </div>
    </>
  );
};
