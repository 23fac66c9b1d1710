/** A face for 满意度 1–5: the mouth says how glad. The words beside it say the same. */
export const Face = ({ score }: { readonly score: number }) => (
  <svg
    width={48}
    height={48}
    viewBox="0 0 48 48"
    fill="none"
    stroke="currentColor"
    strokeWidth="2.6"
    strokeLinecap="round"
    aria-hidden="true"
    focusable="false"
  >
    <circle cx="24" cy="24" r="20" />
    <path d={`M15 ${mouthAt(score)}Q24 ${mouthAt(score) + bend(score)} 33 ${mouthAt(score)}M17 19h.02M31 19h.02`} />
  </svg>
);

/** how far the mouth bends: up for who is glad, down for who is not */
const bend = (score: number): number => (score - 3) * 6;
const mouthAt = (score: number): number => 31 - (score - 3);
