export const words = {
  'zh-CN': {
    title: '事件',
    summary: '{count} 起进行中,{waiting} 起待派',
    next: '下一个待办',
    closing: '待结案 {count}',
    empty: '没有进行中的事件。',
    loading: '正在取得现况',
    noPlace: '位置未知',
    onMap: '地图上有定位,地址待问',
    unread: '{count} 条未读留言',
  },
  en: {
    title: 'Incidents',
    summary: '{count} open, {waiting} waiting',
    next: 'Next to act on',
    closing: 'To close {count}',
    empty: 'No open incidents.',
    loading: 'Fetching the board',
    noPlace: 'Position unknown',
    onMap: 'Located on the map, no address yet',
    unread: '{count} unread',
  },
}
