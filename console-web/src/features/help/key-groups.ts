/** The keys as people learn them; `meaning` is a word of help.key. */
export const keyGroups: { name: string; keys: { press: string[]; meaning: string }[] }[] = [
  {
    name: 'work',
    keys: [
      { press: ['F2'], meaning: 'newCall' },
      { press: ['F4'], meaning: 'next' },
      { press: ['F6'], meaning: 'sendLink' },
      { press: ['Shift', 'F6'], meaning: 'sendPosition' },
      { press: ['F7'], meaning: 'triage' },
      { press: ['F10'], meaning: 'pin' },
      { press: ['Alt', 'L'], meaning: 'closeRoad' },
      { press: ['Enter'], meaning: 'assign' },
      { press: ['Backspace'], meaning: 'recall' },
      { press: ['F3'], meaning: 'alert' },
    ],
  },
  {
    name: 'find',
    keys: [
      { press: ['/'], meaning: 'search' },
      { press: ['Ctrl', 'K'], meaning: 'command' },
      { press: ['↑', '↓'], meaning: 'move' },
      { press: ['Esc'], meaning: 'escape' },
    ],
  },
  {
    name: 'console',
    keys: [
      { press: ['F8'], meaning: 'theme' },
      { press: ['F9'], meaning: 'mute' },
      { press: ['?'], meaning: 'help' },
    ],
  },
]
