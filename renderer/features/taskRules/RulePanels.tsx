import { RuleFacts } from './RuleFacts.tsx';
import { RulePanel } from './RulePanel.tsx';
import type { TaskRule } from './shapes.ts';

export interface RulePanelsProps {
  /** null: a new one */
  readonly rule: TaskRule | null;
  readonly may: boolean;
  readonly onClose: () => void;
}

/** A rule to be changed by who may, to be read by everybody else. */
export const RulePanels = ({ rule, may, onClose }: RulePanelsProps) => {
  if (may) return <RulePanel key={rule?.version ?? 0} rule={rule} onClose={onClose} />;
  return rule && <RuleFacts rule={rule} onClose={onClose} />;
};

export default RulePanels;
