/** Our own icons: path data on a 16 × 16 grid. `fill` shapes are solid, all others are drawn with a 1.5 stroke. */
export interface Shape {
  d: string
  fill?: boolean
}

const line = (d: string): Shape => ({ d })
const solid = (d: string): Shape => ({ d, fill: true })

export const icons = {
  aed: [solid('M8 14.5C2 10.3 1 7.6 1 5.6A3.6 3.6 0 0 1 8 4a3.6 3.6 0 0 1 7 1.6c0 2-1 4.7-7 8.9z')],
  alert: [solid('M8 1.5 15.3 14.5H.7zM7.2 6v4.2h1.6V6zm0 5.4V13h1.6v-1.6z')],
  ambulance: [
    line('M1 4h8.5v7H1zM9.5 6.5h3L15 9v2H9.5M5.2 5.8v3.4M3.5 7.5h3.4'),
    solid('M4 10.5a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4zm8 0a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4z'),
  ],
  arrow: [line('M2.5 8h11M9.5 4l4 4-4 4')],
  bell: [line('M8 2a4.3 4.3 0 0 0-4.3 4.3v2.9L2.3 11.5h11.4l-1.4-2.3V6.3A4.3 4.3 0 0 0 8 2zM6.3 13.8h3.4')],
  bellOff: [
    line('M5 3.2A4.3 4.3 0 0 1 12.3 6.3v2.9M11.5 11.5H2.3l1.4-2.3V6.3c0-.4 0-.7.1-1M6.3 13.8h3.4M2 2l12 12'),
  ],
  card: [line('M2 3h12v10H2zM4.5 6h4M4.5 8.5h7M4.5 10.8h7')],
  check: [line('M2.5 8.5 6.3 12.2 13.5 4.3')],
  chevronDown: [line('M3.5 6 8 10.5 12.5 6')],
  chevronRight: [line('M6 3.5 10.5 8 6 12.5')],
  chevronUp: [line('M3.5 10 8 5.5 12.5 10')],
  clock: [line('M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM8 4.5V8l2.5 2')],
  close: [line('M3.5 3.5l9 9M12.5 3.5l-9 9')],
  copy: [line('M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3')],
  database: [
    line(
      'M2.5 4c0-1.2 2.5-2 5.5-2s5.5.8 5.5 2-2.5 2-5.5 2-5.5-.8-5.5-2zM2.5 4v8c0 1.2 2.5 2 5.5 2s5.5-.8 5.5-2V4M2.5 8c0 1.2 2.5 2 5.5 2s5.5-.8 5.5-2',
    ),
  ],
  dot: [solid('M8 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8z')],
  edit: [line('M2.5 13.5l.7-3.2L10.7 2.8l2.5 2.5-7.5 7.5zM9 4.5 11.5 7')],
  flag: [line('M3.5 14.5V2.5M3.5 3h9l-2.2 3 2.2 3h-9')],
  hospital: [line('M2.5 2.5h11v11h-11zM8 5v6M5 8h6')],
  help: [line('M5.5 6a2.5 2.5 0 1 1 3.7 2.2C8.4 8.7 8 9.2 8 10'), solid('M7.2 11.7h1.6v1.6H7.2z')],
  keyboard: [line('M1.5 4h13v8.5h-13zM4 6.8h.01M6.7 6.8h.01M9.3 6.8h.01M12 6.8h.01M4.5 10h7')],
  layers: [line('M8 2 14.5 5.5 8 9 1.5 5.5zM1.5 8.5 8 12l6.5-3.5M1.5 11.3 8 14.5l6.5-3.2')],
  link: [
    line(
      'M6.5 9.5l3-3M7 4.5l1.2-1.2a3.1 3.1 0 0 1 4.5 4.5L11.5 9M9 11.5l-1.2 1.2a3.1 3.1 0 0 1-4.5-4.5L4.5 7',
    ),
  ],
  list: [line('M5.5 4h8.5M5.5 8h8.5M5.5 12h8.5M2.2 4h.01M2.2 8h.01M2.2 12h.01')],
  message: [line('M2 3h12v8H7l-3 2.7V11H2z')],
  minus: [line('M3 8h10')],
  moon: [line('M13.5 9.8A5.9 5.9 0 0 1 6.2 2.5a5.9 5.9 0 1 0 7.3 7.3z')],
  offline: [
    line(
      'M2 2l12 12M1.8 6.3A9.4 9.4 0 0 1 5 4.3M8 3.5c2.3 0 4.5.9 6.2 2.8M4.2 9a5.6 5.6 0 0 1 2.6-1.5M10.8 8.3l1 .7',
    ),
    solid('M8 11.2a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6z'),
  ],
  patient: [
    line('M8 1.8a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6zM2.5 14.3c0-3 2.3-4.7 5.5-4.7s5.5 1.7 5.5 4.7'),
  ],
  phone: [
    line(
      'M3.2 1.8h2.5l1.2 3.3-1.6 1.2a8.4 8.4 0 0 0 4.4 4.4l1.2-1.6 3.3 1.2v2.5c0 .8-.6 1.4-1.4 1.4C6.6 13.8 2.2 9.4 1.8 3.2c0-.8.6-1.4 1.4-1.4z',
    ),
  ],
  pin: [
    line(
      'M8 14.5S3 9.7 3 6.3a5 5 0 0 1 10 0c0 3.4-5 8.2-5 8.2zM8 4.7a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4z',
    ),
  ],
  pinUnknown: [
    line(
      'M8 14.5S3 9.7 3 6.3a5 5 0 0 1 10 0c0 3.4-5 8.2-5 8.2zM6.7 5.3a1.3 1.3 0 1 1 1.9 1.2c-.4.2-.6.5-.6.9M8 9h.01',
    ),
  ],
  plus: [line('M8 2.5v11M2.5 8h11')],
  refresh: [line('M13.5 8a5.5 5.5 0 1 1-1.7-4M13.5 1.8v3h-3')],
  route: [
    line(
      'M3 4.5a1.5 1.5 0 1 1 0-3 1.5 1.5 0 0 1 0 3zM13 14.5a1.5 1.5 0 1 1 0-3 1.5 1.5 0 0 1 0 3zM3 4.5V9a2.5 2.5 0 0 0 5 0V7a2.5 2.5 0 0 1 5 0v4.5',
    ),
  ],
  search: [line('M7 2a5 5 0 1 1 0 10A5 5 0 0 1 7 2zM10.7 10.7l3.5 3.5')],
  send: [line('M1.8 8 14.2 2l-4 12.2-2.7-5.5zM7.5 8.7 14.2 2')],
  signOut: [line('M9.5 2.5h-6v11h6M6.5 8h8M11.5 5l3 3-3 3')],
  snooze: [
    line('M8 3.5a5.2 5.2 0 1 1 0 10.4A5.2 5.2 0 0 1 8 3.5zM6.3 6.7h3.4l-3.4 4h3.4M2 3.7l2-1.7M14 3.7l-2-1.7'),
  ],
  sun: [
    line(
      'M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1.1 1.1M11.9 11.9 13 13M3 13l1.1-1.1M11.9 4.1 13 3',
    ),
  ],
  target: [line('M8 3a5 5 0 1 1 0 10A5 5 0 0 1 8 3zM8 .8v4M8 11.2v4M.8 8h4M11.2 8h4')],
  undo: [line('M5.5 2.5 2 6l3.5 3.5M2.5 6h7a4 4 0 0 1 0 8H6')],
} satisfies Record<string, Shape[]>

export type IconName = keyof typeof icons
