import type { ReactNode } from 'react';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { RestoredNotice } from '../customer/RestoredNotice.tsx';
import { SaveFoot } from '../customer/SaveFoot.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import type { KeptDraft } from '../customer/useKeptDraft.ts';

export interface DeedPanelProps {
  readonly title: string;
  /** of which complaint */
  readonly sub: string;
  readonly wide?: boolean;
  /** the word on the button */
  readonly label: string;
  readonly kept: Pick<KeptDraft<object>, 'restoredAt' | 'discard'>;
  readonly busy: boolean;
  readonly error: unknown;
  /** fields that want something, once saving was tried */
  readonly blocked: number;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form over the complaint; Ctrl S saves, Esc keeps what was typed. */
export const DeedPanel = ({
  title,
  sub,
  wide = false,
  label,
  kept,
  busy,
  error,
  blocked,
  onSave,
  onClose,
  children,
}: DeedPanelProps) => {
  useHotkeys({ 'Ctrl+S': onSave }, { inDialog: true });
  return (
    <SidePanel
      wide={wide}
      title={title}
      sub={sub}
      onClose={onClose}
      foot={<SaveFoot label={label} busy={busy} error={error} blocked={blocked} onSave={onSave} />}
    >
      <RestoredNotice at={kept.restoredAt} onDiscard={kept.discard} />
      {children}
    </SidePanel>
  );
};
