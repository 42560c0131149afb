export type Paper = 'light' | 'dark'

export interface PaperColours {
  paper: string
  /** Every millimetre. */
  fine: string
  /** Every five. */
  strong: string
  trace: string
  text: string
  /** What says that something is not as recorded. */
  note: string
}

/** Paper stays paper by night: the light one is the default everywhere. */
export const COLOURS: Readonly<Record<Paper, PaperColours>> = {
  light: {
    paper: '#fff8f6',
    fine: '#f9dcd8',
    strong: '#eda9a2',
    trace: '#10131a',
    text: '#10131a',
    note: '#7a3b00',
  },
  dark: {
    paper: '#0d1117',
    fine: '#1f2733',
    strong: '#3a4658',
    trace: '#dffbe6',
    text: '#e8eef6',
    note: '#ffbd6b',
  },
}
