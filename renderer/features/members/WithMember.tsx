import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { orpc } from '../../lib/api.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import type { MemberPage } from './shapes.ts';

export interface WithMemberProps {
  /** of the membership */
  readonly id: string;
  /** of the form, until the member is there */
  readonly title: string;
  readonly onClose: () => void;
  readonly children: (page: MemberPage) => ReactNode;
}

/** A form about a membership, wherever it is opened: fetched, then shown. */
export const WithMember = ({ id, title, onClose, children }: WithMemberProps) => {
  const { data, error, refetch, isStale, isFetchedAfterMount } = useQuery(
    orpc.members.get.queryOptions({ input: { id } }),
  );
  // what was shown before a visit or another desk changed it proposes nothing
  const [seen, setSeen] = useState(false);
  if (data && !seen && (!isStale || isFetchedAfterMount)) setSeen(true);
  if (data && seen) return children(data);
  return (
    <SidePanel title={title} onClose={onClose}>
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />}
    </SidePanel>
  );
};
