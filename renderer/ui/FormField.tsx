import { cloneElement, type ReactElement, type ReactNode, useId } from 'react';

export interface FieldControlProps {
  readonly id?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean;
  readonly status?: '' | 'error' | 'warning';
}

export interface FormFieldProps {
  readonly label: string;
  readonly help?: ReactNode;
  /** what is wrong, in words; beats `warning` and `help` */
  readonly error?: string | undefined;
  /** taken, but may be wrong */
  readonly warning?: string | undefined;
  readonly required?: boolean;
  readonly className?: string;
  /** one control: an antd Input, Select, DatePicker … */
  readonly children: ReactElement<FieldControlProps>;
}

/** Label above, control, and words below it; ties the three together for screen readers. */
export const FormField = ({ label, help, error, warning, required, className, children }: FormFieldProps) => {
  const ownId = useId();
  const id = children.props.id ?? ownId;
  const noteId = `${id}-note`;
  const note = error ?? warning ?? help;
  const tone = error ? 'error' : warning ? 'warning' : 'help';
  return (
    <div className={className ? `form-field ${className}` : 'form-field'}>
      <label className="form-field-label" htmlFor={id}>
        {label}
        {required && (
          <span className="must" aria-hidden="true">
            {' '}
            *
          </span>
        )}
      </label>
      {cloneElement(children, {
        id,
        ...(note ? { 'aria-describedby': noteId } : {}),
        ...(error ? { 'aria-invalid': true, status: 'error' as const } : {}),
        ...(!error && warning ? { status: 'warning' as const } : {}),
      })}
      {note ? (
        <div id={noteId} className={`form-field-${tone}`} {...(error ? { role: 'alert' } : {})}>
          {note}
        </div>
      ) : null}
    </div>
  );
};
