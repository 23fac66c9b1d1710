import { BookingPanel } from './BookingPanel.tsx';
import type { BookingCard, VisitCard } from './boardMoves.ts';
import { CancelPanel } from './CancelPanel.tsx';
import { ComePanel } from './ComePanel.tsx';
import { LinesPanel } from './LinesPanel.tsx';
import { UndecidedPanel } from './UndecidedPanel.tsx';
import type { BoardActions } from './useBoard.ts';
import { VoidPanel } from './VoidPanel.tsx';

/** The form over the board. */
export type BoardPanel =
  | { readonly kind: 'come'; readonly booking: BookingCard | null }
  | { readonly kind: 'booking'; readonly booking: BookingCard | null }
  | { readonly kind: 'cancel'; readonly booking: BookingCard }
  | { readonly kind: 'lines'; readonly visit: VisitCard }
  | { readonly kind: 'void'; readonly visit: VisitCard }
  | { readonly kind: 'undecided' };

export interface BoardPanelsProps {
  readonly panel: BoardPanel;
  readonly actions: BoardActions;
  readonly undecided: readonly BookingCard[];
  readonly onClose: () => void;
  readonly onPanel: (panel: BoardPanel) => void;
  /** somebody arrived: their card is on the board */
  readonly onPlaced: (visit: VisitCard) => void;
}

const BoardPanels = ({ panel, actions, undecided, onClose, onPanel, onPlaced }: BoardPanelsProps) => {
  switch (panel.kind) {
    case 'come':
      return <ComePanel booking={panel.booking} actions={actions} onClose={onClose} onPlaced={onPlaced} />;
    case 'booking':
      return <BookingPanel booking={panel.booking} onClose={onClose} />;
    case 'cancel':
      return <CancelPanel booking={panel.booking} onClose={onClose} />;
    case 'lines':
      return <LinesPanel visit={panel.visit} actions={actions} onClose={onClose} />;
    case 'void':
      return <VoidPanel visit={panel.visit} actions={actions} onClose={onClose} />;
    case 'undecided':
      return <UndecidedPanel rows={undecided} onClose={onClose} onPanel={onPanel} />;
  }
};

export default BoardPanels;
