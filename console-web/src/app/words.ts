export const words = {
  'zh-CN': {
    title: '120 指挥调度',
    queue: '事件与告警',
    map: '地图',
    work: '正在处置',
    newCall: '新呼叫',
    drafts: '{count} 份未提交',
    loud: '{count} 条一级告警无人认领 — 返回调度台',
  },
  en: {
    title: '120 Dispatch',
    queue: 'Incidents and alerts',
    map: 'Map',
    work: 'In hand',
    newCall: 'New call',
    drafts: '{count} not submitted',
    loud: '{count} tier 1 alerts that nobody owns — back to the console',
  },
}
