import type { ComponentProps } from 'react';

export interface ControlGroupProps extends ComponentProps<'div'> {
  /** for those who hear the page */
  readonly label: string;
}

/** Controls that belong together. */
export const ControlGroup = ({ label, ...rest }: ControlGroupProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset would be read as a form
  <div {...rest} role="group" aria-label={label} />
);
