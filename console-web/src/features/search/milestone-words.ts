import type { Milestone } from '@/contract'

/** What people type for a milestone; the first of each is how it is shown. Whole words only: nothing is guessed. */
const spoken: Record<Exclude<Milestone, 'assigned'>, string[]> = {
  acknowledged: ['接令', '收到', 'acknowledged', 'ack'],
  en_route: ['出发', '出车', 'en route', 'en_route'],
  on_scene: ['到达现场', '到场', '到达', 'on scene', 'on_scene'],
  patient_contact: ['接触患者', '接触', '见到患者', 'patient contact', 'patient_contact'],
  transporting: ['离开现场', '转运', '送院', 'transporting', 'left scene'],
  at_hospital: ['到达医院', '到院', 'at hospital', 'at_hospital'],
  handed_over: ['完成交接', '交接', 'handed over', 'handed_over'],
  cleared: ['任务结束', '结束', '空车', 'cleared', 'clear'],
}

export function findMilestone(words: string): Milestone | undefined {
  const found = Object.entries(spoken).find(([, names]) => names.includes(words))
  return found?.[0] as Milestone | undefined
}
