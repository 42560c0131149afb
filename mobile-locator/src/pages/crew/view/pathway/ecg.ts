import { type Child, el, icon } from '../../../shared/dom'
import type { CrewApp } from '../../app'
import type { Ecg } from '../../contract'
import { BadFile } from '../../ecg/file'
import { type Upload, shareOf } from '../../ecg/upload'
import { words } from '../../text'
import { shortTimeOf } from '../../text/format'
import { block, says } from '../block'
import { CAMERA, NOTE, TRACE } from '../icons'
import { line, textButton } from '../parts'
import { aboutOf, inputsOf } from './about'
import { timeAt, viewable } from './ecg-view'

const FILES = 'image/*,application/pdf,.pdf,.xml,.scp,.ecg,.csv'
/** Fetched unasked; the files of earlier ones only when somebody looks at them. */
const MOST_THUMBNAILS = 2

/** Taking an ECG and seeing it arrive. 已送达 only when the server has it whole. */
export function ecgsSheet(app: CrewApp): Child[] {
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
  const newest = [...known].reverse()
  const pictured = newest
    .filter(({ complete, format }) => complete && format === 'image')
    .slice(0, MOST_THUMBNAILS)
  const seen = new Set(viewable(app, about).map(({ sha256 }) => sha256))
  return [
    ...[...uploads].reverse().map((upload) => uploadCard(app, upload, seen.has(upload.sha256))),
    ...newest.map((ecg) => ecgCard(app, about.patientId, ecg, pictured.includes(ecg))),
  ]
}

function uploadCard(app: CrewApp, upload: Upload, canView: boolean): HTMLElement {
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
    { class: `card ecg-card${refusal ? ' refused' : ''}` },
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
      canView ? viewButton(app, upload.sha256) : undefined,
      refusal ? el('div', { class: 'pair' }, retry, drop) : undefined,
    ),
  )
}

const noPicture = () => el('span', { class: 'thumbnail' }, icon(TRACE))

/** From the device itself: also without a network. */
function localPicture(app: CrewApp, { id, contentType }: Upload): HTMLElement {
  const frame = noPicture()
  if (!contentType.startsWith('image/')) return frame
  void app.shift?.ecgs.queue.bytesOf(id).then((bytes) => {
    if (bytes) showPicture(frame, new Blob([bytes], { type: contentType }))
  })
  return frame
}

/** Fetched once for the list and for looking at it; a phone that took it does not fetch it at all. */
function arrivedPicture(app: CrewApp, patientId: string, ecg: Ecg): HTMLElement {
  const frame = noPicture()
  app.shift?.ecgs.files.get(patientId, ecg).then(
    (source) => {
      if (source.kind === 'image') showPicture(frame, source.blob)
    },
    () => undefined, // the drawing stays; looking at it says why
  )
  return frame
}

function showPicture(frame: HTMLElement, blob: Blob): void {
  if (!frame.isConnected) return
  const address = URL.createObjectURL(blob)
  const picture = el('img', { src: address, alt: '' })
  picture.onload = picture.onerror = () => URL.revokeObjectURL(address)
  frame.textContent = ''
  frame.append(picture)
}

function ecgCard(app: CrewApp, patientId: string, ecg: Ecg, thumbnail: boolean): HTMLElement {
  const say = words().pathway.ecg
  const warnings = ecg.warnings.map((code) => say.warnings[code] ?? code.replace(/_/g, ' '))
  return el(
    'div',
    { class: 'card ecg-card' },
    thumbnail ? arrivedPicture(app, patientId, ecg) : noPicture(),
    el(
      'div',
      {},
      el(
        'p',
        { class: 'fact' },
        `${timeAt(app, Date.parse(ecg.recordedAt ?? ecg.receivedAt))} ${ecg.fileName ?? say.format[ecg.format]}`,
      ),
      el('p', { class: ecg.complete ? 'good' : '' }, ecg.complete ? say.delivered : percentOf(ecg)),
      warnings.length > 0 ? line('warn', warnings.join(' · ')) : undefined,
      ecg.complete ? viewButton(app, ecg.sha256) : undefined,
    ),
  )
}

function viewButton(app: CrewApp, sha256: string): HTMLElement {
  return textButton('plain view', words().pathway.ecg.view, () =>
    app.follow('ecgView', { ecg: sha256, beside: undefined }),
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
