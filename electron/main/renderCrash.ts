/** So many crashes of the page in so long are no accident. */
const most = 3;
const withinMs = 60_000;

/** What to do after a page has crashed at the last of these times (UTC ms): begin anew, or ask first. */
export const afterCrash = (times: readonly number[]): 'reload' | 'ask' => {
  const last = times.at(-1) ?? 0;
  return times.filter((time) => time > last - withinMs).length > most ? 'ask' : 'reload';
};
