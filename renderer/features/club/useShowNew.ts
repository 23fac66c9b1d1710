import { useRouter } from '@tanstack/react-router';
import { homeOf } from './listFilter.ts';
import type { Service } from './shapes.ts';

/**
 * Shows a job that was just taken. In the list its page takes the place of the form; from the customer's page back leads there again,
 * without the form.
 *
 * @param overCustomer whether the form is over the customer's page
 */
export const useShowNew = (service: Service, overCustomer: boolean, onClose: () => void): ((id: string) => void) => {
  const { history } = useRouter();
  return (id) => {
    const path = `${homeOf(service)}/${id}`;
    if (!overCustomer) {
      history.replace(path);
      return;
    }
    onClose();
    // of two steps in one go only the last would be on record
    history.flush();
    history.push(path);
  };
};
