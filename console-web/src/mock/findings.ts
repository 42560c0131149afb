import type { Checklist, ChestPainCase, Troponin, Vitals } from '@/contract'
import type { Reply } from './routes'

type Body = Record<string, unknown>
type Route = [RegExp, (ids: string[], body: Body) => Reply]
type Change = (patient: string, type: string, edit: (one: ChestPainCase) => ChestPainCase) => Reply

/** A few of the questions that the server has. */
export const checklist: Checklist = {
  checklist: 'thrombolysis',
  version: 1,
  draft: true,
  questions: [
    question(
      'intracranial_bleeding_ever',
      'absolute',
      '曾经有过颅内出血?',
      'Ever had bleeding inside the skull?',
    ),
    question(
      'trauma_surgery_month',
      'absolute',
      '近1个月内有严重外伤、头部受伤或大手术?',
      'Major trauma, a head injury or major surgery within the last month?',
    ),
    question(
      'oral_anticoagulant',
      'relative',
      '正在口服抗凝药(华法林、利伐沙班等)?',
      'Taking an oral anticoagulant (such as warfarin or rivaroxaban)?',
    ),
    question('pregnancy', 'relative', '怀孕,或产后1周内?', 'Pregnant, or within one week after birth?'),
  ],
}

function question(id: string, weight: 'absolute' | 'relative', zh: string, en: string) {
  return { id, weight, text: { 'zh-CN': zh, en } }
}

/** Vital signs, troponin and checklist, kept as they are sent. */
export function recordFindings(change: Change, at: () => string): Route[] {
  return [
    [
      /^POST \/patients\/([^/]+)\/chest-pain\/vitals$/,
      ([patient = ''], body) =>
        change(patient, 'vitals_recorded', (one) => ({
          ...one,
          vitals: [...one.vitals, { at: at(), ...(body as Partial<Vitals>) }],
        })),
    ],
    [
      /^POST \/patients\/([^/]+)\/chest-pain\/troponin$/,
      ([patient = ''], body) =>
        change(patient, 'troponin_recorded', (one) => ({
          ...one,
          troponins: [
            ...one.troponins,
            { ...(body as unknown as Troponin), resultAt: String(body['resultAt'] ?? at()) },
          ],
        })),
    ],
    [
      /^POST \/patients\/([^/]+)\/chest-pain\/checklist$/,
      ([patient = ''], body) =>
        change(patient, 'checklist_answered', (one) => ({
          ...one,
          checklist: body as unknown as NonNullable<ChestPainCase['checklist']>,
        })),
    ],
  ]
}
