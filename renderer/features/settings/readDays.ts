/** `90, 60、30` → [90, 60, 30], farthest first; null where it is not 1 to 6 numbers of days between 1 and 366. */
export const readDays = (text: string): readonly number[] | null => {
  const parts = text.split(/[,，、\s]+/).filter(Boolean);
  const days = [...new Set(parts.map(Number))];
  const fine =
    days.length >= 1 && days.length <= 6 && days.every((day) => Number.isInteger(day) && day >= 1 && day <= 366);
  return fine ? days.sort((a, b) => b - a) : null;
};
