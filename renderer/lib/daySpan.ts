/** Days as `YYYY-MM-DD`, both included, as the store's questions take them. */
export interface DaySpan {
  readonly fromDay: string;
  readonly toDay: string;
}
