/** 满意度 1–5 as the texts name it (`surveys.satisfied`): 很不满意 … 很满意. */
export const satisfiedKey = (score: number): 's1' | 's2' | 's3' | 's4' | 's5' => {
  switch (score) {
    case 1:
      return 's1';
    case 2:
      return 's2';
    case 3:
      return 's3';
    case 4:
      return 's4';
    default:
      return 's5';
  }
};
