import type { Language } from './language'

const zh = {
  map: '地图',
  zoomIn: '放大',
  zoomOut: '缩小',
  hide: '收起地图',
  loading: '正在打开地图……',
  failed: '地图没有打开。请检查网络后再试,或者用别的办法。',
  confirm: '我在这里',
}

export type MapText = typeof zh

export const mapTexts: Record<Language, MapText> = {
  'zh-CN': zh,
  en: {
    map: 'Map',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    hide: 'Hide the map',
    loading: 'Opening the map …',
    failed: 'The map did not open. Check the network and try again, or use another way.',
    confirm: 'I am here',
  },
}
