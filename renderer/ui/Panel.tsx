import { type ReactNode, useId } from 'react';

export interface PanelProps {
  readonly title?: ReactNode;
  /** beside the title: chips, a count */
  readonly aside?: ReactNode;
  /** right end of the head: buttons */
  readonly actions?: ReactNode;
  /** no padding around the content: lists and tables reach the edge */
  readonly flush?: boolean;
  /** the body scrolls within the height that the panel is given */
  readonly scrolls?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A white card with an optional head. */
export const Panel = ({ title, aside, actions, flush, scrolls, className, children }: PanelProps) => {
  const titleId = useId();
  const headed = title !== undefined || aside !== undefined || actions !== undefined;
  return (
    <section
      className={['panel', scrolls ? 'scrolls' : '', className ?? ''].filter(Boolean).join(' ')}
      {...(title === undefined ? {} : { 'aria-labelledby': titleId })}
    >
      {headed && (
        <div className="panel-head">
          {title !== undefined && (
            <h2 className="panel-title" id={titleId}>
              {title}
            </h2>
          )}
          {aside}
          {actions !== undefined && <div className="panel-actions">{actions}</div>}
        </div>
      )}
      <div className={flush ? 'panel-body flush' : 'panel-body'} {...(scrolls ? { tabIndex: 0 } : {})}>
        {children}
      </div>
    </section>
  );
};
