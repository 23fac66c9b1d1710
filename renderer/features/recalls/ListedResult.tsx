import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../ui/Chip.tsx';
import { CheckIcon, WarningIcon } from '../../ui/icons.tsx';
import { ListTable } from '../../ui/ListTable.tsx';
import type { Listed } from './recallDraft.ts';
import css from './recalls.module.css';

/** What became of a pasted VIN list, line by line where a line gave no VIN. */
export const ListedResult = ({ listed, onClose }: { readonly listed: Listed; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  return (
    <>
      <p className={css['state']}>
        <Chip tone="green" icon={<CheckIcon size={13} />}>
          {t('recalls.listed.added', { count: listed.added })}
        </Chip>
        <Chip tone="brand">{t('recalls.listed.ours', { count: listed.ours })}</Chip>
        {listed.known > 0 && <Chip>{t('recalls.listed.known', { count: listed.known })}</Chip>}
        {listed.repeated > 0 && <Chip>{t('recalls.listed.repeated', { count: listed.repeated })}</Chip>}
        {listed.doubtful > 0 && (
          <Chip tone="amber" icon={<WarningIcon size={13} />}>
            {t('recalls.listed.doubtful', { count: listed.doubtful })}
          </Chip>
        )}
        {listed.problemCount > 0 && (
          <Chip tone="red" icon={<WarningIcon size={13} />}>
            {t('recalls.listed.problems', { count: listed.problemCount })}
          </Chip>
        )}
      </p>
      {listed.problems.length > 0 && (
        <div className={css['problems']}>
          <ListTable
            columns={[
              { key: 'line', label: t('recalls.listed.line'), width: '72px' },
              { key: 'text', label: t('recalls.listed.text') },
              { key: 'why', label: t('recalls.listed.why') },
            ]}
          >
            {listed.problems.map((problem) => (
              <tr key={problem.line}>
                <td>{problem.line}</td>
                <td className={css['mono']}>{problem.text}</td>
                <td>{t(`errors.field.${problem.reason}`)}</td>
              </tr>
            ))}
          </ListTable>
        </div>
      )}
      {listed.problemCount > listed.problems.length && (
        <p className={css['none']}>
          {t('recalls.listed.rest', { count: listed.problemCount - listed.problems.length })}
        </p>
      )}
      <p style={{ marginTop: 16 }}>
        <Button type="primary" onClick={onClose}>
          {t('recalls.listed.fine')}
        </Button>
      </p>
    </>
  );
};
