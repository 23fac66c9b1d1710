import { useQueryValue } from '../../lib/place.ts';
import { AnswerPanel } from './AnswerPanel.tsx';
import { deeds, isOffered } from './deeds.ts';
import { EditEnquiryPanel } from './EditEnquiryPanel.tsx';
import { HandOverPanel } from './HandOverPanel.tsx';
import { KeepPanel } from './KeepPanel.tsx';
import { NotePanel } from './NotePanel.tsx';
import type { Enquiry } from './shapes.ts';

export interface EnquiryPanelProps {
  readonly enquiry: Enquiry;
  readonly onClose: () => void;
}

/** The form that the address asks for, `?do=answer`; nothing for what cannot be done now. */
const EnquiryPanels = ({ enquiry, onClose }: EnquiryPanelProps) => {
  const wanted = useQueryValue('do');
  const deed = deeds.find((one) => one === wanted);
  if (!deed || !isOffered(deed, enquiry)) return null;
  const given = { enquiry, onClose };
  switch (deed) {
    case 'answer':
      return <AnswerPanel {...given} />;
    case 'handOver':
      return <HandOverPanel {...given} />;
    case 'close':
    case 'reopen':
      return <NotePanel key={deed} what={deed} {...given} />;
    case 'keep':
      return <KeepPanel {...given} />;
    case 'edit':
      return <EditEnquiryPanel {...given} />;
  }
};

export default EnquiryPanels;
