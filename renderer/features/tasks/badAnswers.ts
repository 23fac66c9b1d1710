import { create } from 'zustand';

/**
 * Bad answers that were just given in a call: a complaint is offered, with what was said, while the list behind it has gone on to the next
 * customer. Kept beside the screen, which begins anew where the list ends.
 */
export const useBadAnswers = create<{ readonly responseId: string | null }>()(() => ({ responseId: null }));

export const offerComplaint = (responseId: string): void => useBadAnswers.setState({ responseId });

export const dropOffer = (): void => useBadAnswers.setState({ responseId: null });
