import type { EventLine, EventSpeech } from './eventWords'

type Data = Record<string, unknown>
type Tone = EventLine['tone']

const PLAIN: Record<string, Tone> = {
  chest_pain_opened: 'good',
  chest_pain_concluded: 'good',
  ecg_recorded: 'good',
  ecg_withdrawn: 'warn',
  vitals_recorded: 'plain',
  checklist_answered: 'plain',
  escalation_exhausted: 'warn',
}

/** The pathway's events in words; undefined when it is none of them. */
export function tellPathway(type: string, data: Data, speech: EventSpeech): EventLine[] | undefined {
  const plain = PLAIN[type]
  if (plain) return [told(speech, type, {}, plain, data['reason'])]
  const tell = TELLERS[type]
  return tell && [tell(data, speech)]
}

const TELLERS: Record<string, (data: Data, speech: EventSpeech) => EventLine> = {
  milestone_recorded: (data, speech) =>
    told(speech, 'case_milestone', { step: name(speech, 'milestone', data['milestone']) }, 'good'),
  case_milestone_corrected: (data, speech) => {
    const at = data['at']
    const step = name(speech, 'milestone', data['milestone'])
    const key = typeof at === 'string' ? 'case_milestone_corrected' : 'case_milestone_removed'
    const values = { step, to: typeof at === 'string' ? speech.time(at) : '' }
    return told(speech, key, values, 'warn', data['reason'])
  },
  visit_recorded: (data, speech) =>
    told(speech, 'visit_recorded', { hospital: speech.hospital(text(data['hospitalId'])) }, 'good'),
  diagnosis_recorded: (data, speech) =>
    told(
      speech,
      'diagnosis_recorded',
      { diagnosis: name(speech, 'diagnoses', data['diagnosis']) },
      data['diagnosis'] === 'stemi' ? 'warn' : 'good',
    ),
  troponin_recorded: (data, speech) => {
    const found = (data['troponin'] ?? {}) as Data
    return told(speech, 'troponin_recorded', { value: text(found['value']), unit: text(found['unit']) })
  },
  bypass_recorded: (_data, speech) => told(speech, 'bypass_recorded'),
  pre_alert_sent: (data, speech) =>
    told(
      speech,
      'pre_alert_sent',
      { hospital: speech.hospital(text(data['hospitalId'])), kind: name(speech, 'kind', data['kind']) },
      'good',
      data['overrideReason'],
    ),
  escalated: (data, speech) => told(speech, 'escalated', { level: text(data['level']) }, 'warn'),
  pre_alert_answered: (data, speech) =>
    told(
      speech,
      'pre_alert_answered',
      { answer: name(speech, 'answer', data['answer']), by: text(data['by']) },
      data['answer'] === 'accepted' ? 'good' : 'warn',
      data['reason'],
    ),
  pre_alert_cancelled: (data, speech) =>
    told(
      speech,
      'pre_alert_cancelled',
      { cause: named(speech, 'incident.preAlertCause', data['cause']) },
      'warn',
      data['reason'],
    ),
  page_settled: (data, speech) =>
    data['problem'] ? told(speech, 'page_failed', {}, 'warn', data['problem']) : told(speech, 'page_settled'),
}

function told(
  speech: EventSpeech,
  key: string,
  values: Data = {},
  tone: Tone = 'plain',
  quote?: unknown,
): EventLine {
  const said = { text: speech.say(`incident.event.${key}`, values), tone }
  return typeof quote === 'string' && quote !== '' ? { ...said, quote } : said
}

function name(speech: EventSpeech, group: string, code: unknown): string {
  return named(speech, `chestpain.${group}`, code)
}

function named(speech: EventSpeech, group: string, code: unknown): string {
  const key = `${group}.${text(code)}`
  return speech.has(key) ? speech.say(key) : text(code)
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}
