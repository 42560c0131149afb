import { type Child, el, icon } from '../../../shared/dom'
import type { CrewApp } from '../../app'
import type { ChestPainCase } from '../../contract'
import { BadFile } from '../../ecg/file'
import { type Upload, shareOf } from '../../ecg/upload'
import { words } from '../../text'
import { shortTimeOf } from '../../text/format'
import { block, says } from '../block'
import { CAMERA, NOTE, TRACE } from '../icons'
import { line, textButton } from '../parts'
import { aboutOf, inputsOf } from './about'

const FILES = 'image/*,application/pdf,.pdf,.xml,.scp,.ecg,.csv'
type Ecg = ChestPainCase['ecgs'][number]

/** Taking an ECG and seeing it arrive. 已送达 only when the server has it whole. */
export function ecgSheet(app: CrewApp): Child[] {
  const note = el('p', { class: 'problem', role: 'status' })
  const takers = el(
    'div',
    { class: 'pair' },
    taker(
      app,
      'ecg-photo',
      CAMERA,
      words().pathway.ecg.photo,
      { accept: 'image/*', capture: 'environment' },
      note,
    ),
    taker(app, 'ecg-file', NOTE, words().pathway.ecg.file, { accept: FILES }, note),
  )
  const list = block(
    () => inputsOf(app),
    () => ecgList(app),
    'stack',
  )
  return [takers, line('dim', words().pathway.ecg.explain), note, list]
}

function taker(
  app: CrewApp,
  id: string,
  drawing: string,
  label: string,
  attributes: Record<string, string>,
  note: HTMLElement,
): HTMLElement {
  const input = el('input', { id, type: 'file', ...attributes })
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    input.value = ''
    if (file) void take(app, file, note)
  })
  return el('label', { class: 'taker', for: id }, icon(drawing), el('span', {}, label), input)
}

async function take(app: CrewApp, file: File, note: HTMLElement): Promise<void> {
  const about = aboutOf(app)
  const say = words().pathway.ecg
  if (!about) return
  note.textContent = say.preparing
  try {
    await app.shift?.ecgs.take(about.patientId, file)
    note.textContent = ''
  } catch (error) {
    note.textContent = say.bad[error instanceof BadFile ? error.why : 'unreadable']
  }
}

function ecgList(app: CrewApp): Child[] {
  const about = aboutOf(app)
  if (!about) return []
  const known = about.shown.known?.ecgs ?? []
  const shown = new Set(known.map(({ sha256 }) => sha256))
  const uploads = (app.shift?.ecgs.of(about.patientId) ?? []).filter(({ sha256 }) => !shown.has(sha256))
  if (known.length + uploads.length === 0) return [line('dim', words().pathway.ecg.none)]
  return [
    ...[...uploads].reverse().map((upload) => uploadCard(app, upload)),
    ...[...known].reverse().map((ecg) => ecgCard(about.patientId, ecg)),
  ]
}

function uploadCard(app: CrewApp, upload: Upload): HTMLElement {
  const say = words().pathway.ecg
  const share = shareOf(upload)
  const { refusal, delivered } = upload
  const sent = upload.uploadId !== undefined && app.shift?.link?.phase === 'live'
  const state = delivered ? say.delivered : sent ? say.sending(Math.floor(share * 100)) : say.waiting
  const text = refusal ? say.refused(say.codes[refusal.code] ?? (refusal.detail || say.failed)) : state
  const bar = el('progress', { max: '1', value: String(share), 'aria-label': upload.fileName })
  const retry = textButton('plain', say.again, () => app.shift?.ecgs.queue.retry(upload.id))
  const drop = textButton('plain', say.drop, () => app.shift?.ecgs.queue.drop(upload.id))
  return el(
    'div',
    { class: `card ecg${refusal ? ' refused' : ''}` },
    localPicture(app, upload),
    el(
      'div',
      {},
      el(
        'p',
        { class: 'fact' },
        `${shortTimeOf(Date.parse(upload.takenAt) + app.offsetMillis)} ${upload.fileName}`,
      ),
      el('p', { class: refusal ? 'warn' : delivered ? 'good' : '' }, text),
      refusal || delivered ? undefined : bar,
      refusal ? el('div', { class: 'pair' }, retry, drop) : undefined,
    ),
  )
}

/** From the device itself: also without a network. */
function localPicture(app: CrewApp, { id, contentType }: Upload): HTMLElement {
  const frame = el('span', { class: 'thumbnail' }, icon(TRACE))
  if (!contentType.startsWith('image/')) return frame
  void app.shift?.ecgs.queue.bytesOf(id).then((bytes) => {
    if (!bytes || !frame.isConnected) return
    const address = URL.createObjectURL(new Blob([bytes], { type: contentType }))
    const picture = el('img', { src: address, alt: '' })
    picture.onload = picture.onerror = () => URL.revokeObjectURL(address)
    frame.textContent = ''
    frame.append(picture)
  })
  return frame
}

function ecgCard(patientId: string, ecg: Ecg): HTMLElement {
  const say = words().pathway.ecg
  const at = `/api/v1/crew/patients/${encodeURIComponent(patientId)}/chest-pain/ecgs/${encodeURIComponent(ecg.id)}/content`
  const frame = el('span', { class: 'thumbnail' }, icon(TRACE))
  if (ecg.complete && ecg.format === 'image') {
    frame.textContent = ''
    frame.append(el('img', { src: at, alt: '', loading: 'lazy' }))
  }
  const viewable = ecg.complete && (ecg.format === 'image' || ecg.format === 'pdf')
  const warnings = ecg.warnings.map((code) => say.warnings[code] ?? code.replace(/_/g, ' '))
  return el(
    'div',
    { class: 'card ecg' },
    frame,
    el(
      'div',
      {},
      el(
        'p',
        { class: 'fact' },
        `${shortTimeOf(ecg.recordedAt ?? ecg.receivedAt)} ${ecg.fileName ?? say.format[ecg.format]}`,
      ),
      el('p', { class: ecg.complete ? 'good' : '' }, ecg.complete ? say.delivered : percentOf(ecg)),
      warnings.length > 0 ? line('warn', warnings.join(' · ')) : undefined,
      viewable
        ? el('a', { class: 'plain open', href: at, target: '_blank', rel: 'noopener' }, say.open)
        : undefined,
    ),
  )
}

const percentOf = ({ receivedBytes, sizeBytes }: Ecg) =>
  words().pathway.ecg.sending(Math.min(99, Math.floor((receivedBytes / Math.max(1, sizeBytes)) * 100)))

/** How many of this patient's ECGs are still on their way; nothing when all have arrived. */
export function uploadsNote(app: CrewApp): HTMLElement {
  return says(() => {
    const about = aboutOf(app)
    const waiting = about
      ? (app.shift?.ecgs.of(about.patientId) ?? []).filter(({ delivered }) => !delivered)
      : []
    if (waiting.length === 0) return ''
    const [first] = waiting
    if (!first) return ''
    const say = words().pathway.ecg
    return first.refusal
      ? '!'
      : first.uploadId === undefined
        ? say.waiting
        : say.sending(Math.floor(shareOf(first) * 100))
  }, 'tool-note')
}
