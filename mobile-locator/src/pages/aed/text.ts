import type { Language } from '../shared/language'
import { roundedMeters } from '../shared/place'
import type { AedState } from './aed-state'

const zh = {
  page: '附近的 AED',
  otherLanguage: 'English',
  call: '拨打 120',
  prompt: '先拨打 120,再去取 AED。',
  find: '用我的位置查找',
  finding: '正在定位……',
  searching: '正在查找……',
  otherPlace: '换一个地点',
  elsewhere: '不用定位?',
  pin: '在地图上点选',
  mapPin: '拖动地图,让图钉指到您的位置。',
  showMap: '在地图上看',
  mapHint: '数字是列表里的序号,圆形可用,方形不可用。',
  coordinates: '或者输入经纬度(经度,纬度)',
  coordinatesExample: '112.9388,28.2282',
  search: '查找',
  badCoordinates: '请写成“经度,纬度”,例如 112.9388,28.2282。',
  denied: '手机没有允许定位。请在地图上点选,或者输入经纬度。',
  unavailable: '手机暂时无法定位。请到窗边再试,或者在地图上点选。',
  insecure: '这个页面不能使用定位。请在地图上点选,或者输入经纬度。',
  failed: '没有查到:网络不好。',
  busy: '现在查询的人太多,请稍等再试。',
  tryAgain: '再试一次',
  none: '附近没有登记的 AED。',
  found: (count: number) => `找到 ${count} 台,现在能用的在前`,
  states: {
    usable: '可用',
    closed: '现在未开放',
    hours_unknown: '开放时间未知',
    out_of_order: '故障,不能用',
  } satisfies Record<AedState, string>,
  unverified: '设备状态未核实',
  walk: (minutes: number) => `步行 ${minutes} 分钟`,
  distance: (meters: number) => `${metersOf(meters, ' 米', ' 公里')}`,
  hours: (hours: string) => `开放时间:${hours}`,
  takeIt: '可以直接取用',
  ask: (custodian: string) => `请向工作人员索取:${custodian}`,
  askSomebody: '请向工作人员索取',
  restricted: (custodian: string) => `不对外开放,请找:${custodian}`,
  restrictedAlone: '不对外开放,请找门卫或工作人员',
  navigate: '导航',
  maps: {
    amap: '高德地图',
    baidu: '百度地图',
    tencent: '腾讯地图',
    apple: '苹果地图',
    google: 'Google 地图',
  },
}

export type AedText = typeof zh

const en: AedText = {
  page: 'AEDs near you',
  otherLanguage: '中文',
  call: 'Call 120',
  prompt: 'Call 120 first, then fetch the AED.',
  find: 'Search from where I am',
  finding: 'Finding you …',
  searching: 'Searching …',
  otherPlace: 'Another place',
  elsewhere: 'Without location?',
  pin: 'Point on a map',
  mapPin: 'Move the map until the pin points at where you are.',
  showMap: 'Show on a map',
  mapHint: 'Numbers are those of the list; round ones are usable, square ones are not.',
  coordinates: 'Or type longitude, latitude',
  coordinatesExample: '112.9388,28.2282',
  search: 'Search',
  badCoordinates: 'Write it as longitude, latitude, such as 112.9388,28.2282.',
  denied: 'The phone does not allow its location. Point on the map, or type coordinates.',
  unavailable: 'The phone cannot find its location. Try at a window, or point on the map.',
  insecure: 'This page cannot use the location. Point on the map, or type coordinates.',
  failed: 'No answer: the network is bad.',
  busy: 'Too many people are searching. Wait a moment and try again.',
  tryAgain: 'Try again',
  none: 'No AED is registered near here.',
  found: (count) => `${count} found, usable now first`,
  states: {
    usable: 'Usable',
    closed: 'Closed now',
    hours_unknown: 'Hours unknown',
    out_of_order: 'Out of order',
  },
  unverified: 'Not checked lately',
  walk: (minutes) => `${minutes} min on foot`,
  distance: (meters) => metersOf(meters, ' m', ' km'),
  hours: (hours) => `Open: ${hours}`,
  takeIt: 'Take it yourself',
  ask: (custodian) => `Ask the staff: ${custodian}`,
  askSomebody: 'Ask the staff',
  restricted: (custodian) => `Not open to the public, ask: ${custodian}`,
  restrictedAlone: 'Not open to the public, ask the guard or staff',
  navigate: 'Directions',
  maps: {
    amap: 'AMap',
    baidu: 'Baidu Maps',
    tencent: 'Tencent Maps',
    apple: 'Apple Maps',
    google: 'Google Maps',
  },
}

export const aedTexts: Record<Language, AedText> = { 'zh-CN': zh, en }

function metersOf(meters: number, near: string, far: string): string {
  const rounded = roundedMeters(meters)
  return rounded < 1000 ? `${rounded}${near}` : `${rounded / 1000}${far}`
}
