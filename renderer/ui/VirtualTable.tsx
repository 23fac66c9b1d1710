import './virtualTable.css';
import { Table, type TableColumnType } from 'antd';
import { type KeyboardEvent, type UIEvent, useLayoutEffect, useRef, useState } from 'react';

const headHeight = 38;
/** pages are fetched so many pixels before the end comes into sight */
const ahead = 1_500;
/** narrower than this the table scrolls sideways, px */
const leastWidth = 1080;

export interface VirtualTableProps<Row extends object> {
  readonly rows: readonly Row[];
  readonly rowKey: keyof Row & string;
  readonly columns: readonly TableColumnType<Row>[];
  readonly onOpen: (row: Row) => void;
  /** the end is near: more rows, please */
  readonly onEnd: () => void;
}

/** Only the rows in sight exist; 100,000 scroll like ten. ↑ and ↓ go from one row's link to the next, Enter opens it. */
export const VirtualTable = <Row extends object>({ rows, rowKey, columns, onOpen, onEnd }: VirtualTableProps<Row>) => {
  const frame = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(frame);
  const least = columns.reduce((sum, column) => sum + Number(column.width ?? 0), 0);
  const onScroll = (event: UIEvent<HTMLDivElement>): void => {
    const { scrollTop, scrollHeight, clientHeight } = event.currentTarget;
    if (scrollHeight - scrollTop - clientHeight < ahead) onEnd();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the arrows of the links inside
    <div className="virtual-table" ref={frame} onKeyDown={moveFocus}>
      {height > 0 && (
        <Table<Row>
          virtual
          size="small"
          rowKey={rowKey}
          columns={[...columns]}
          dataSource={[...rows]}
          pagination={false}
          showSorterTooltip={false}
          scroll={{ x: Math.max(width, Math.min(leastWidth, least)), y: height - headHeight }}
          onScroll={onScroll}
          onRow={(row) => ({ onClick: () => onOpen(row) })}
        />
      )}
    </div>
  );
};

const moveFocus = (event: KeyboardEvent<HTMLDivElement>): void => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLAnchorElement)) return;
  const links = [...event.currentTarget.querySelectorAll('a')];
  const next = links[links.indexOf(event.target) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
};

/** Inner size of an element, kept while the window changes. */
const useSize = (ref: { readonly current: HTMLElement | null }): { width: number; height: number } => {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const read = (): void => setSize({ width: element.clientWidth, height: element.clientHeight });
    read();
    const watcher = new ResizeObserver(read);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [ref]);
  return size;
};
