import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { errorText } from '../lib/errors.ts';
import { type Notice, notify, useNotices } from '../lib/notices.ts';
import { CheckIcon, CloseIcon, InfoIcon, WarningIcon } from '../ui/icons.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';

/** The bar at the bottom: 已停用 1 位员工 · 撤销. Heard by screen readers. */
export const NoticeBar = () => {
  const shown = useNotices((state) => state.shown);
  return (
    <div className="notice-bar" role="status" aria-live="polite">
      {shown.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} />
      ))}
    </div>
  );
};

const icons = { plain: InfoIcon, green: CheckIcon, amber: WarningIcon, red: WarningIcon } as const;

const NoticeLine = ({ notice }: { readonly notice: Notice }) => {
  const { t } = useTranslation();
  const drop = useNotices((state) => state.drop);
  const Icon = icons[notice.tone];
  const { action } = notice;
  const perform = async (): Promise<void> => {
    drop(notice.id);
    try {
      await action?.perform();
    } catch (error) {
      notify(errorText(error, t), { tone: 'red' });
    }
  };
  return (
    <div className={`notice ${notice.tone}`}>
      <Icon size={16} />
      <span>{notice.text}</span>
      {action && (
        <Button size="small" type="link" onClick={() => void perform()}>
          {action.label}
          {action.key && <KeyHint keys={action.key} />}
        </Button>
      )}
      <button type="button" className="notice-close" aria-label={t('common.close')} onClick={() => drop(notice.id)}>
        <CloseIcon size={14} />
      </button>
    </div>
  );
};
