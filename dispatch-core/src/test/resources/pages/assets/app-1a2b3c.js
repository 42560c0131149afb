export const answer = 120;
