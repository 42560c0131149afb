/** Every text of the viewer. `{…}` is filled in. */
export interface EcgWords {
  /** What it is, for people who cannot see it. */
  waveform: string
  picture: string
  document: string
  /** Of the row of buttons. */
  controls: string
  /** What the keys do. */
  keys: string
  loading: string
  /** The file cannot be shown; the original can still be downloaded. */
  unreadable: string
  layout: string
  layout3x4: string
  layout6x2: string
  layout12x1: string
  speed: string
  gain: string
  zoomIn: string
  zoomOut: string
  /** All of it in the pane. */
  fit: string
  /** One millimetre is one millimetre. */
  trueSize: string
  /** One pixel of the picture is one pixel. */
  fullSize: string
  rotate: string
  earlier: string
  later: string
  darkPaper: string
  calipers: string
  /** The four handles. */
  caliperTime1: string
  caliperTime2: string
  caliperVoltage1: string
  caliperVoltage2: string
  perMinute: string
  derived: string
  noData: string
  /** `{page}` of `{pages}`. */
  page: string
  /** Only the first `{shown}` of `{pages}` pages are shown. */
  firstPages: string
  /** Two ECGs move together. */
  linked: string
}

export const ECG_WORDS_EN: EcgWords = {
  waveform: 'ECG',
  picture: 'ECG picture',
  document: 'ECG document',
  controls: 'ECG view',
  keys: 'Arrow keys move, plus and minus zoom, 0 shows all, 1 shows true size, Page Up and Page Down show earlier and later, C calipers, R turns a picture.',
  loading: 'Loading the ECG…',
  unreadable: 'This ECG cannot be shown. Download the file and open it another way, or have it sent again.',
  layout: 'Layout',
  layout3x4: '3×4 + rhythm',
  layout6x2: '6×2',
  layout12x1: '12×1',
  speed: 'Speed',
  gain: 'Gain',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'All',
  trueSize: 'True size',
  fullSize: '100 %',
  rotate: 'Turn 90°',
  earlier: 'Earlier',
  later: 'Later',
  darkPaper: 'Dark paper',
  calipers: 'Calipers',
  caliperTime1: 'First time line',
  caliperTime2: 'Second time line',
  caliperVoltage1: 'First voltage line',
  caliperVoltage2: 'Second voltage line',
  perMinute: 'bpm',
  derived: 'computed',
  noData: 'not recorded',
  page: 'Page {page} of {pages}',
  firstPages: 'Only the first {shown} of {pages} pages are shown.',
  linked: 'Move together',
}

export const ECG_WORDS_ZH: EcgWords = {
  waveform: '心电图',
  picture: '心电图图片',
  document: '心电图文档',
  controls: '心电图视图',
  keys: '方向键移动，加减键缩放，0 全图，1 实际尺寸，Page Up / Page Down 前后翻段，C 测量尺，R 旋转图片。',
  loading: '正在载入心电图…',
  unreadable: '无法显示该心电图。请下载原文件用其他方式打开，或请发送方重新上传。',
  layout: '布局',
  layout3x4: '3×4 + 节律',
  layout6x2: '6×2',
  layout12x1: '12×1',
  speed: '走纸速度',
  gain: '增益',
  zoomIn: '放大',
  zoomOut: '缩小',
  fit: '全图',
  trueSize: '实际尺寸',
  fullSize: '100 %',
  rotate: '旋转 90°',
  earlier: '前一段',
  later: '后一段',
  darkPaper: '深色纸',
  calipers: '测量尺',
  caliperTime1: '时间线 1',
  caliperTime2: '时间线 2',
  caliperVoltage1: '电压线 1',
  caliperVoltage2: '电压线 2',
  perMinute: '次/分',
  derived: '推算',
  noData: '未记录',
  page: '第 {page} 页，共 {pages} 页',
  firstPages: '仅显示前 {shown} 页，共 {pages} 页。',
  linked: '同步移动',
}

/** @param language a tag such as `zh-CN` */
export function ecgWords(language: string): EcgWords {
  return language.toLowerCase().startsWith('zh') ? ECG_WORDS_ZH : ECG_WORDS_EN
}

export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
