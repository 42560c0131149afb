import type { AdviceOption } from '../contract'
import { languageInUse, words } from './index'

type Reason = AdviceOption['reasons'][number]
type Says = (minutes: string, reason: Reason) => string

/** Words of the advice's reasons, Chinese and English; `m` is the figure in minutes, where there is one. */
const REASONS: Record<string, readonly [zh: Says, en: Says]> = {
  any_hospital: [() => '就近医院', () => 'nearest hospital'],
  arrival_to_wire_default: [
    (m) => `按默认入门到导丝 ${m} 分估计`,
    (m) => `door to wire taken as ${m} min (default)`,
  ],
  arrival_to_wire_median: [(m) => `该院入门到导丝中位 ${m} 分`, (m) => `its median door to wire: ${m} min`],
  capability_closed: [
    (_, r) => `${service(r)}此时段不提供`,
    (_, r) => `${service(r)}not offered at this hour`,
  ],
  capability_missing: [(_, r) => `${service(r)}没有此能力`, (_, r) => `${service(r)}not offered`],
  capability_open: [(_, r) => `${service(r)}可提供`, (_, r) => `${service(r)}offered now`],
  dissection: [() => '疑似夹层：需主动脉外科，禁溶栓', () => 'dissection: aortic surgery, no lysis'],
  capacity_notice: [
    (_, { figures }) => `接诊受限${typeof figures.reason === 'string' ? `：${figures.reason}` : ''}`,
    (_, { figures }) => `limited capacity${typeof figures.reason === 'string' ? `: ${figures.reason}` : ''}`,
  ],
  contraindication_absolute: [() => '有溶栓绝对禁忌', () => 'absolute contra-indication to lysis'],
  contraindication_relative: [() => '有溶栓相对禁忌', () => 'relative contra-indication to lysis'],
  contraindications_unanswered: [() => '溶栓禁忌未核查', () => 'contra-indications not checked'],
  diagnosis_to_needle: [(m) => `诊断到溶栓 ${m} 分`, (m) => `diagnosis to needle ${m} min`],
  first_medical_contact_pending: [() => '尚未接触患者', () => 'no patient contact yet'],
  hours_unknown: [(_, r) => `${service(r)}服务时间不详`, (_, r) => `${service(r)}hours unknown`],
  immediate_invasive: [() => '需立即介入', () => 'needs the cath lab at once'],
  later_than_pci: [() => '比直接 PCI 更晚', () => 'later than primary PCI'],
  minutes_spent: [(m) => `已过 ${m} 分`, (m) => `${m} min spent`],
  no_pci_to_transfer_to: [() => '没有可转的 PCI 医院', () => 'no PCI hospital to go on to'],
  no_reachable_contact: [() => '医院联系人无法呼叫', () => 'its contacts can not be reached'],
  onset_too_long_ago: [() => '发病超过 12 小时', () => 'onset more than 12 h ago'],
  onset_unknown: [() => '发病时间不详', () => 'onset unknown'],
  over_target: [
    (m) => `超出目标${m === '' ? '' : ` ${m} 分`}`,
    (m) => `over the target${m === '' ? '' : ` by ${m} min`}`,
  ],
  pci_in_time: [() => 'PCI 可在时限内', () => 'PCI in time'],
  pci_preferred: [() => '优先直接 PCI', () => 'primary PCI preferred'],
  pci_too_late: [() => 'PCI 超出时限', () => 'PCI too late'],
  pci_too_late_elsewhere: [() => '其他医院 PCI 超出时限', () => 'PCI elsewhere too late'],
  reassess_for_rescue_pci: [() => '溶栓后评估补救 PCI', () => 'reassess for rescue PCI'],
  shock_or_arrest: [() => '休克或骤停：宜 PCI', () => 'shock or arrest: PCI'],
  transfer_at_once: [() => '溶栓后立即转院', () => 'transfer at once after lysis'],
  transfer_capacity_notice: [() => '转往医院接诊受限', () => 'limited capacity where it goes on to'],
  transfer_hours_unknown: [() => '转往医院服务时间不详', () => 'hours unknown where it goes on to'],
  transfer_time_unknown: [() => '转院车程不详', () => 'transfer time unknown'],
  travel_unknown: [() => '车程不详', () => 'travel time unknown'],
  within_target: [(m) => `在目标 ${m} 分内`, (m) => `within the target of ${m} min`],
}

/** A reason in words; one this page does not know yet by its code, so that nothing is hidden. */
export function reasonText(reason: Reason): string {
  const says = REASONS[reason.code]?.[languageInUse() === 'en' ? 1 : 0]
  return says ? says(minutesOf(reason), reason) : reason.code.replace(/_/g, ' ')
}

/** The figure the words are about: how far over, how many, or the target itself. */
function minutesOf({ figures }: Reason): string {
  const found = ['byMinutes', 'minutes', 'targetMinutes']
    .map((name) => figures[name])
    .find((value) => typeof value === 'number')
  return found === undefined ? '' : String(Math.round(found as number))
}

/** The service a reason speaks of, with a blank after it; nothing when it names none. */
function service({ figures }: Reason): string {
  const { capability } = figures
  if (typeof capability !== 'string') return ''
  return `${words().pathway.destination.services[capability] ?? capability} `
}
