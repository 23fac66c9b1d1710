import { useQueryValue } from '../../lib/place.ts';
import { ActionPanel } from './ActionPanel.tsx';
import { AnswerPanel } from './AnswerPanel.tsx';
import { AskBackPanel } from './AskBackPanel.tsx';
import { BreachPanel } from './BreachPanel.tsx';
import { CheckActionPanel } from './CheckActionPanel.tsx';
import { ClosePanel } from './ClosePanel.tsx';
import { CompensatePanel } from './CompensatePanel.tsx';
import { ContactPanel } from './ContactPanel.tsx';
import { deeds, isOffered } from './deeds.ts';
import { EditComplaintPanel } from './EditComplaintPanel.tsx';
import { MovePromisePanel } from './MovePromisePanel.tsx';
import { PausePanel } from './PausePanel.tsx';
import { PromisePanel } from './PromisePanel.tsx';
import type { ComplaintPage } from './shapes.ts';
import { WordsPanel } from './WordsPanel.tsx';

export interface DeedPanelsProps {
  readonly page: ComplaintPage;
  readonly onClose: () => void;
}

/** The form that the address asks for, `?do=propose`; nothing for what cannot be done at this step. */
const DeedPanels = ({ page, onClose }: DeedPanelsProps) => {
  const wanted = useQueryValue('do');
  const part = useQueryValue('part');
  const { complaint } = page;
  const given = { page, onClose };
  const deed = deeds.find((one) => one === wanted);
  if (deed && !isOffered(deed, complaint)) return null;
  switch (wanted) {
    case 'contact':
      return <ContactPanel {...given} />;
    case 'investigate':
    case 'propose':
    case 'finish':
    case 'reopen':
      return <WordsPanel key={wanted} what={wanted} {...given} />;
    case 'accept':
    case 'refuse':
      return <AnswerPanel key={wanted} accepted={wanted === 'accept'} {...given} />;
    case 'askBack':
      return <AskBackPanel {...given} />;
    case 'close':
      return <ClosePanel {...given} />;
    case 'pause':
      return <PausePanel {...given} />;
    case 'explain':
      return <BreachPanel {...given} />;
    case 'promise':
      return (
        <PromisePanel
          form={`complaint.${complaint.id}.promise`}
          sub={complaint.number}
          to={{ complaintId: complaint.id, customerId: complaint.customerId }}
          ownerId={complaint.ownerId}
          onClose={onClose}
        />
      );
    case 'movePromise': {
      const promise = page.promises.find(({ id, state }) => id === part && state === 'open');
      return promise ? <MovePromisePanel key={promise.id} promise={promise} onClose={onClose} /> : null;
    }
    case 'compensate':
      return <CompensatePanel {...given} />;
    case 'action':
      return <ActionPanel {...given} />;
    case 'checkAction': {
      const action = page.actions.find(({ id }) => id === part);
      return action ? <CheckActionPanel key={action.id} action={action} {...given} /> : null;
    }
    case 'edit':
      return <EditComplaintPanel {...given} />;
    default:
      return null;
  }
};

export default DeedPanels;
