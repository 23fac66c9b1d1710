import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { useQueryValue } from '../../lib/place.ts';
import { managers } from '../../lib/roles.ts';
import { useMay } from '../../lib/session.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { useSave } from '../../lib/useSave.ts';
import { ReasonPanel } from '../customer/ReasonPanel.tsx';
import { ComplaintOfResponse } from './ComplaintOfResponse.tsx';
import { deeds, isOffered } from './deeds.ts';
import { FollowPanel } from './FollowPanel.tsx';
import type { Response } from './shapes.ts';

export interface ResponsePanelProps {
  readonly response: Response;
  readonly onClose: () => void;
}

/** The form that the address asks for, `?do=follow`; nothing for what cannot be done now. */
const ResponsePanels = ({ response, onClose }: ResponsePanelProps) => {
  const wanted = useQueryValue('do');
  const mayRemove = useMay()(managers);
  const deed = deeds.find((one) => one === wanted);
  if (!deed || !isOffered(deed, response, mayRemove)) return null;
  const given = { response, onClose };
  switch (deed) {
    case 'complaint':
      return <ComplaintOfResponse responseId={response.id} onClose={onClose} />;
    case 'follow':
      return <FollowPanel {...given} />;
    case 'remove':
      return <RemovePanel {...given} />;
    case 'call':
      return null;
  }
};

export default ResponsePanels;

/** 删除: entered by mistake, it leaves the figures; a manager's word. */
const RemovePanel = ({ response, onClose }: ResponsePanelProps) => {
  const { t } = useTranslation();
  const { id, version } = response;
  const name = response.name ?? t('surveys.nameless');
  const remove = useSave(api.surveys.remove, {
    stale: [orpc.surveys.key(), orpc.paper.key()],
    onDone: () => {
      void notifyUndoable(t('surveys.remove.said', { name }), t);
      onClose();
    },
  });
  return (
    <ReasonPanel
      title={t('surveys.remove.title')}
      sub={name}
      text={t('surveys.remove.text')}
      hint={t('surveys.remove.hint')}
      save={t('surveys.deed.remove')}
      busy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onSave={(reason) => remove.mutate({ id, version, reason })}
    />
  );
};
