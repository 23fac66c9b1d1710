import type { ReactNode } from 'react';
import css from './inputs.module.css';

export interface FieldGroupProps {
  readonly label: string;
  readonly error?: string | undefined;
  readonly warning?: string | undefined;
  readonly help?: string | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** Several controls under one label (a birthday, a row of boxes to tick), with words below as a form field has. */
export const FieldGroup = ({ label, error, warning, help, className, children }: FieldGroupProps) => {
  const note = error ?? warning ?? help;
  const tone = error ? css['noteError'] : warning ? css['noteWarning'] : css['noteHelp'];
  return (
    <fieldset className={className ? `${css['group']} ${className}` : css['group']}>
      <legend className={css['groupLabel']}>{label}</legend>
      {children}
      {note && (
        <div className={`${css['note']} ${tone}`} {...(error ? { role: 'alert' } : {})}>
          {note}
        </div>
      )}
    </fieldset>
  );
};
