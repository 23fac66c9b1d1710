import { useTranslation } from 'react-i18next';
import { Menu } from './Menu.tsx';

export interface SortMenuProps<Order extends string> {
  readonly value: Order;
  readonly orders: readonly Order[];
  readonly nameOf: (order: Order) => string;
  readonly onChange: (order: Order) => void;
}

/** 排序: 最近到店 — a chip that says the order of a list and offers the others. */
export const SortMenu = <Order extends string>({ value, orders, nameOf, onChange }: SortMenuProps<Order>) => {
  const { t } = useTranslation();
  const says = `${t('customers.sort.label')}: ${nameOf(value)}`;
  return (
    <Menu
      look="chip"
      label={says}
      button={says}
      groups={[
        {
          entries: orders.map((order) => ({
            id: order,
            label: nameOf(order),
            checked: order === value,
            perform: () => onChange(order),
          })),
        },
      ]}
    />
  );
};
