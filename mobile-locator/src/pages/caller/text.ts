import type { Language } from '../shared/language'
import { roundedMeters } from '../shared/place'
import type { MinuteRange } from './eta'

const zh = {
  page: '120 急救 · 位置共享',
  otherLanguage: 'English',
  call: '拨打 120',
  prompt: '请点下面的按钮,让急救人员准确找到您。',
  share: '共享我的位置',
  shareAgain: '更新我的位置',
  asking: '正在定位……',
  allow: '如果手机询问,请点“允许”。',
  note: '只用于这次急救,任务结束后链接自动失效。',
  received: '已收到您的位置',
  radius: (meters: number) => `误差约 ${metersZh(meters, Math.ceil)}`,
  improving: ',正在继续提高',
  keepOpen: '请不要关闭这个页面。',
  sending: '正在发送您的位置……',
  notSent: '还没有发出去,正在重试。',
  newerNotSent: '新的位置还没有发出去,正在重试。',
  noConnection: '网络不好,正在重新连接。下面的内容可能不是最新的。',
  stopped: '已停止共享位置。',

  unitEta: (unit: string, step: string) => `救护车 ${unit} ${step},预计`,
  unit: (unit: string) => `救护车 ${unit}`,
  minutes: ({ from, to }: MinuteRange) => (from < 1 ? `${to} 分钟内` : `${from}–${to} 分钟`),
  waiting: '正在为您安排救护车',
  waitingDetail: '请保持电话畅通。',
  dispatched: '已派车',
  departed: '救护车已出发',
  dispatchedShort: '已派车',
  departedShort: '已出发',
  arrived: '救护车已到达',
  transporting: '正在送往医院',
  atHospital: '已到达医院',
  reassigned: '已重新安排救护车',
  distance: (meters: number) => `距您直线约 ${metersZh(meters)}`,
  directions: ['正北', '东北', '正东', '东南', '正南', '西南', '正西', '西北'],
  inDirection: (name: string) => `${name}方向`,
  showMap: '在地图上看',

  together: '患者和您在一起吗?',
  yes: '在一起',
  no: '不在一起',
  isTogether: '患者和您在一起',
  isApart: '患者不和您在一起',
  change: '修改',
  apartHint: '请在下面告诉调度员患者在哪里。',

  messages: '与调度员联系',
  dispatcher: '调度员',
  crew: '急救人员',
  colon: ':',
  write: '写一句话……',
  send: '发送',
  messageSending: '发送中',
  messageSent: '已送达',
  messageRefused: '未发出,点此重发',
  left: (count: number) => `还可以写 ${count} 个字`,

  noLocation: '打不开定位?',
  denied: '手机没有允许定位',
  unavailable: '手机暂时无法定位',
  timeout: '还没有定位到',
  unavailableHint: '请到窗边或室外,并确认手机的定位(GPS)已打开。我们仍在继续尝试。',
  insecure: '这个页面不能使用定位',
  insecureHint: '请在地图上点选,或者直接写地址。',
  howTo: '怎么允许',
  pin: '在地图上点选',
  address: '直接写地址',
  addressPrompt: '您在哪里?写得越具体越好:小区、楼栋、单元、楼层、门牌,或附近的路口、店名。',
  addressPrefix: '地址:',
  tryAgain: '再试一次',
  steps: {
    ios: [
      '打开“设置”→“隐私与安全性”→“定位服务”,打开它。',
      '在同一页点“Safari 网站”,选“使用 App 期间”。',
      '回到这里,点“再试一次”。',
    ],
    android: [
      '从屏幕顶端下拉,打开“位置信息”(GPS)。',
      '点地址栏左边的图标→“权限”→“位置”→“允许”。',
      '回到这里,点“再试一次”。',
    ],
    wechat: [
      '打开手机的“设置”,找到“微信”,允许它使用“位置”。',
      '或者点右上角“···”→“在浏览器打开”,再点“共享我的位置”。',
      '回到这里,点“再试一次”。',
    ],
  },

  mapUnit: '红圈是您,车是救护车。',
  mapPin: '拖动地图,让图钉指到您的位置。',
  pinned: '按您在地图上点的位置',

  goneTitle: '这个链接已经不能用了',
  gone: '它可能已经过期,或者没有复制完整。如果需要急救,请马上拨打 120。',
  endedTitle: '这个链接已经失效',
  ended: '位置不再共享。如果还需要急救,请马上拨打 120。',
  closedTitle: '这次急救任务已经结束',
  closed: '位置不再共享。如果还需要急救,请再次拨打 120。',
}

export type Text = typeof zh

const en: Text = {
  page: '120 · Your location',
  otherLanguage: '中文',
  call: 'Call 120',
  prompt: 'Tap the button so that the ambulance finds you.',
  share: 'Share my location',
  shareAgain: 'Update my location',
  asking: 'Finding you …',
  allow: 'If the phone asks, tap “Allow”.',
  note: 'Only for this emergency. The link ends with it.',
  received: 'We have your location',
  radius: (meters) => `to within ${metersEn(meters, Math.ceil)}`,
  improving: ', still improving',
  keepOpen: 'Please keep this page open.',
  sending: 'Sending your location …',
  notSent: 'Not sent yet, trying again.',
  newerNotSent: 'Your newest position is not sent yet, trying again.',
  noConnection: 'Bad connection, trying again. What is shown may be old.',
  stopped: 'Your location is no longer shared.',

  unitEta: (unit, step) => `Ambulance ${unit} ${step}, here in`,
  unit: (unit) => `Ambulance ${unit}`,
  minutes: ({ from, to }) => (from < 1 ? `within ${to} min` : `${from}–${to} min`),
  waiting: 'We are finding you an ambulance',
  waitingDetail: 'Please keep your phone free for calls.',
  dispatched: 'Ambulance assigned',
  departed: 'The ambulance is on its way',
  dispatchedShort: 'assigned',
  departedShort: 'on its way',
  arrived: 'The ambulance is here',
  transporting: 'On the way to hospital',
  atHospital: 'At the hospital',
  reassigned: 'Another ambulance is coming instead',
  distance: (meters) => `about ${metersEn(meters)} from you in a straight line`,
  directions: ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'],
  inDirection: (name) => `to the ${name}`,
  showMap: 'Show on a map',

  together: 'Is the patient with you?',
  yes: 'With me',
  no: 'Not with me',
  isTogether: 'The patient is with you',
  isApart: 'The patient is not with you',
  change: 'Change',
  apartHint: 'Please tell the dispatcher below where the patient is.',

  messages: 'Message the dispatcher',
  dispatcher: 'Dispatcher',
  crew: 'Ambulance crew',
  colon: ': ',
  write: 'Write a message …',
  send: 'Send',
  messageSending: 'Sending',
  messageSent: 'Delivered',
  messageRefused: 'Not sent. Tap to try again',
  left: (count) => `${count} characters left`,

  noLocation: 'Location not working?',
  denied: 'The phone does not allow its location',
  unavailable: 'The phone cannot find its location',
  timeout: 'No location yet',
  unavailableHint: 'Go to a window or outside, and check that location (GPS) is on. We keep trying.',
  insecure: 'This page cannot use the location',
  insecureHint: 'Please point on the map, or write the address.',
  howTo: 'How to allow it',
  pin: 'Point on a map',
  address: 'Write the address',
  addressPrompt:
    'Where are you? The more exact the better: building, entrance, floor, door, or a crossing or shop nearby.',
  addressPrefix: 'Address: ',
  tryAgain: 'Try again',
  steps: {
    ios: [
      'Open Settings → Privacy & Security → Location Services and switch it on.',
      'On the same page tap “Safari Websites” and choose “While Using the App”.',
      'Come back here and tap “Try again”.',
    ],
    android: [
      'Swipe down from the top of the screen and switch on “Location” (GPS).',
      'Tap the icon left of the address → “Permissions” → “Location” → “Allow”.',
      'Come back here and tap “Try again”.',
    ],
    wechat: [
      'Open the phone’s Settings, find WeChat and let it use “Location”.',
      'Or tap “···” at the top right → “Open in browser”, then tap “Share my location”.',
      'Come back here and tap “Try again”.',
    ],
  },

  mapUnit: 'The red circle is you, the vehicle is the ambulance.',
  mapPin: 'Move the map until the pin points at where you are.',
  pinned: 'as you pointed on the map',

  goneTitle: 'This link does not work any more',
  gone: 'It may have ended, or was not copied completely. If you need help, call 120 now.',
  endedTitle: 'This link has ended',
  ended: 'Your location is no longer shared. If you still need help, call 120 now.',
  closedTitle: 'This emergency is over',
  closed: 'Your location is no longer shared. If you still need help, call 120 again.',
}

export const texts: Record<Language, Text> = { 'zh-CN': zh, en }

function metersZh(meters: number, round?: (value: number) => number): string {
  const rounded = roundedMeters(meters, round)
  return rounded < 1000 ? `${rounded} 米` : `${rounded / 1000} 公里`
}

function metersEn(meters: number, round?: (value: number) => number): string {
  const rounded = roundedMeters(meters, round)
  return rounded < 1000 ? `${rounded} m` : `${rounded / 1000} km`
}
