import { membersDesk } from './membersDesk.ts';

/** A member of 2026-03-10 through 2027-03-09 with so many points. */
export const oneMember = async (points = 0) => {
  const desk = await membersDesk();
  desk.at('2026-03-10');
  const who = await desk.person();
  const joined = await desk.join(who);
  if (points > 0) await desk.visit(who, { parts: points * 100 });
  const page = () => desk.page(joined.membershipId);
  const change = (name: string, input: object) => desk.change(name, joined.membershipId, input);
  return { ...desk, who, joined, id: joined.membershipId, page, change };
};
