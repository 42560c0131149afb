/** Line drawings on a grid of 24, our own. */
export const COMPASS = 'M12 3l7 17l-7-4l-7 4z'
export const PHONE = 'M5 4h4l2 5l-3 2a12 12 0 0 0 5 5l2-3l5 2v4a1 1 0 0 1-1 1A16 16 0 0 1 4 5a1 1 0 0 1 1-1z'
export const BUBBLE = 'M4 5h16v11H11l-5 4v-4H4z'
export const PERSON = 'M12 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8M4 21c1-5 4-7 8-7s7 2 8 7'
export const AED = 'M12 20C5 15 3 11 4 8a4 4 0 0 1 8-1a4 4 0 0 1 8 1c1 3-1 7-8 12zM13 8l-3 4h4l-3 4'
export const NOTE = 'M6 3h9l4 4v14H6zM9 11h7M9 15h7M9 7h3'
