import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { notify } from '../../lib/notices.ts';
import { useSave } from '../../lib/useSave.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { Panel } from '../../ui/Panel.tsx';
import css from './memberPage.module.css';
import type { MemberPage } from './shapes.ts';

export interface ParticipationsPartProps {
  readonly page: MemberPage;
  readonly onAdd: () => void;
}

/** 参与记录: the events that the member took part in. */
export const ParticipationsPart = ({ page, onAdd }: ParticipationsPartProps) => {
  const { t } = useTranslation();
  const remove = useSave(api.members.removeParticipation, {
    stale: [orpc.members.key()],
    onDone: () => notify(t('members.participation.removed'), { tone: 'green' }),
    onFail: (error) => notify(errorText(error, t), { tone: 'red' }),
  });
  return (
    <Panel
      title={t('members.participation.part')}
      actions={
        <Button size="small" onClick={onAdd}>
          {t('members.participation.add')} <KeyHint keys="N" />
        </Button>
      }
    >
      {page.participations.length === 0 ? (
        <p className="quiet">{t('members.participation.none')}</p>
      ) : (
        <ul className={css['lots']}>
          {page.participations.map(({ id, version, day, name, byName }) => (
            <li key={id}>
              <span>{day}</span>
              <span className={css['fill']}>{name}</span>
              <span className="quiet small">{byName}</span>
              <button
                type="button"
                className={css['linkButton']}
                disabled={remove.isPending}
                aria-label={t('members.participation.removeNamed', { name })}
                onClick={() => remove.mutate({ id, version })}
              >
                {t('common.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
};
