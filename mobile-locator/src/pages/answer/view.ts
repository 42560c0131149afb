import { button, el, fill, setText, show } from '../shared/dom'
import { otherLanguage } from '../shared/language'
import type { AnswerPage } from './page'
import { type Ecg, type Interval, type Paged, clock, minutesLeft, paceOf, stageOf } from './paged'
import { type Text, texts, timeOf } from './text'

/** Draws the page; `update` as often as one likes, what is the same is left as it is. */
export function createAnswerView(page: AnswerPage, document: Document) {
  const title = document.getElementById('title') as HTMLElement
  const main = document.getElementById('main') as HTMLElement
  const footer = document.getElementById('actions') as HTMLElement
  const language = document.getElementById('language') as HTMLButtonElement

  const offline = el('p', { class: 'box warn', role: 'status' })
  const state = el('section', { class: 'state' })
  const headline = el('p', { class: 'headline' })
  const patient = el('p', { class: 'lead' })
  const asked = el('p', { class: 'dim' })
  const result = el('div', { class: 'result', role: 'status' })
  const resultTitle = el('p', { class: 'strong' })
  const resultHint = el('p')
  const clocks = el('section')
  const vitals = el('section')
  const ecgs = el('section')
  const accept = button('big accept', () => page.answer('accepted'))
  const decline = button('press decline', () => openReasons(true))
  const note = el('p', { class: 'note', role: 'status' })
  const ask = el('div', { class: 'ask' }, accept, decline)
  const reasons = el('div', { class: 'reasons' })
  const images = new Map<string, HTMLElement>()
  let drawnLanguage = ''

  language.hidden = false
  language.addEventListener('click', () => {
    page.language = otherLanguage(page.language)
    update()
  })
  state.append(headline, patient, asked)
  result.append(resultTitle, resultHint)

  function openReasons(open: boolean): void {
    show(reasons, open)
    show(ask, !open)
    if (open) (reasons.querySelector('h2') as HTMLElement).focus()
    else decline.focus()
  }

  /** Made once for each language: what was typed must not vanish while the page refreshes itself. */
  function drawReasons(text: Text): void {
    const heading = el('h2', { tabindex: '-1', id: 'why' }, text.why)
    const list = el('div', { class: 'row', role: 'group', 'aria-labelledby': 'why' })
    for (const reason of text.reasons) {
      const choice = button('press', () => page.answer('cannot_accept', reason))
      choice.textContent = reason
      list.append(choice)
    }
    const typed = el('input', { type: 'text', maxlength: '500', 'aria-label': text.otherReason })
    typed.placeholder = text.otherReason
    typed.value = (reasons.querySelector('input') as HTMLInputElement | null)?.value ?? ''
    const send = button('press filled', () =>
      page.answer('cannot_accept', typed.value.trim() === '' ? undefined : typed.value.trim()),
    )
    send.textContent = text.sendDecline
    const back = button('press quiet', () => openReasons(false))
    back.textContent = text.back
    fill(reasons, [heading, list, typed, el('div', { class: 'row' }, back, send)])
  }

  function update(): void {
    const text = texts[page.language]
    const paged = page.paged
    if (drawnLanguage !== page.language) {
      drawnLanguage = page.language
      document.documentElement.lang = page.language
      document.title = text.page
      setText(title, text.page)
      setText(language, text.otherLanguage)
      language.lang = otherLanguage(page.language)
      setText(accept, text.accept)
      setText(decline, text.decline)
      const open = !reasons.hidden && drawn
      drawReasons(text)
      show(reasons, open)
      images.clear()
    }
    if (page.connection === 'gone') return gone(text)
    setText(offline, text.offline)
    show(offline, page.connection === 'offline')
    if (!paged) {
      fill(main, [offline, el('p', { class: 'lead' }, text.opening)])
      return
    }
    if (!drawn) {
      drawn = true
      fill(main, [offline, result, state, ecgs, clocks, vitals])
      fill(footer, [note, ask, reasons])
      show(reasons, false)
      show(footer, true)
    }
    drawState(paged, text)
    drawResult(paged, text)
    drawClocks(paged.intervals, text)
    drawVitals(paged, text)
    drawEcgs(paged, text)
    drawActions(paged, text)
  }
  let drawn = false

  function gone(text: Text): void {
    fill(main, [el('p', { class: 'lead strong' }, text.goneTitle), el('p', {}, text.gone)])
    show(footer, false)
  }

  function drawState(paged: Paged, text: Text): void {
    const minutes = minutesLeft(paged, page.seams.now() - page.receivedAt)
    const stemi = paged.diagnosis === 'stemi'
    const kind = stemi ? text.diagnosis.stemi : text.kind[paged.kind]
    const eta =
      minutes === undefined ? text.noEta : paged.departed ? text.onTheWay(minutes) : text.fromScene(minutes)
    const over = stageOf(paged) === 'cancelled'
    setText(headline, over ? `${kind} · ${paged.hospital}` : `${kind} · ${eta} · ${paged.hospital}`)
    const facts = [
      paged.sex === 'male' ? text.male : paged.sex === 'female' ? text.female : undefined,
      paged.ageYears === undefined ? undefined : text.age(paged.ageYears),
      paged.diagnosis && !stemi ? text.diagnosis[paged.diagnosis] : undefined,
    ].filter((fact) => fact !== undefined)
    setText(patient, facts.join(' · '))
    show(patient, facts.length > 0)
    setText(asked, `${text.asked(paged.contact)} · ${timeOf(paged.sentAt)}`)
  }

  function drawResult(paged: Paged, text: Text): void {
    const stage = stageOf(paged)
    show(result, stage !== 'ask')
    result.className = `result ${stage === 'cancelled' ? 'off' : (paged.answer ?? '')}`
    if (stage === 'cancelled') {
      setText(resultTitle, text.cancelled)
      setText(resultHint, text.cancelledHint)
    } else if (stage === 'mine' && paged.answer) {
      setText(resultTitle, text.mine[paged.answer])
      setText(resultHint, text.mineHint[paged.answer])
    } else if (stage === 'other' && paged.answer) {
      const when = paged.answeredAt === undefined ? '' : timeOf(paged.answeredAt)
      setText(resultTitle, text.wasFirst(paged.answeredBy ?? '', text.first[paged.answer], when))
      setText(resultHint, text.firstHint)
    }
  }

  function drawClocks(intervals: Interval[], text: Text): void {
    const now = page.seams.now()
    const lines = intervals.map((interval) => {
      const pace = paceOf(interval, now)
      return el(
        'div',
        { class: `clock ${pace}` },
        el('span', {}, text.interval[interval.name] ?? interval.name),
        el('strong', {}, clock(now - Date.parse(interval.from))),
        el('small', {}, `${text.target(Math.round(interval.targetSeconds / 60))} · ${text.pace[pace]}`),
      )
    })
    fill(clocks, lines.length === 0 ? [] : [el('h2', {}, text.clocks), ...lines])
    show(clocks, lines.length > 0)
  }

  function drawVitals(paged: Paged, text: Text): void {
    const measured = paged.vitals
    show(vitals, measured !== undefined)
    if (!measured) return
    const { systolic, diastolic } = measured
    const values: [string, string | undefined][] = [
      [text.pressure, systolic === undefined ? undefined : `${systolic}/${diastolic ?? '–'}`],
      [text.heartRate, measured.heartRate?.toString()],
      [
        text.saturation,
        measured.oxygenSaturation === undefined ? undefined : `${measured.oxygenSaturation} %`,
      ],
      [text.respiration, measured.respiratoryRate?.toString()],
      [text.gcs, measured.glasgowComaScale?.toString()],
    ]
    const list = el('dl', { class: 'vitals' })
    for (const [name, value] of values)
      if (value !== undefined) list.append(el('div', {}, el('dt', {}, name), el('dd', {}, value)))
    fill(vitals, [
      el('h2', {}, text.vitals),
      list,
      el('p', { class: 'dim' }, text.measured(timeOf(measured.at))),
    ])
  }

  /** Pictures are shown at once, newest first, and stay while the page refreshes; other files at a tap. */
  function drawEcgs(paged: Paged, text: Text): void {
    show(ecgs, stageOf(paged) !== 'cancelled')
    if (paged.ecgs.length === 0) {
      fill(ecgs, [el('h2', {}, text.ecgs), el('p', { class: 'dim' }, text.noEcg)])
      return
    }
    const wanted = [...paged.ecgs].reverse()
    const ids = wanted.map((ecg) => ecg.id).join(' ')
    if (ecgs.dataset.shown === `${page.language} ${ids}`) return
    ecgs.dataset.shown = `${page.language} ${ids}`
    const shown = wanted.map((ecg) => {
      const node = images.get(ecg.id) ?? ecgNode(ecg, text)
      images.set(ecg.id, node)
      return node
    })
    fill(ecgs, [el('h2', {}, text.ecgs), ...shown])
    // The newest is what the answer hangs on: it is drawn without a tap.
    shown[0]?.querySelector<HTMLButtonElement>('button.open')?.click()
  }

  function ecgNode(ecg: Ecg, text: Text): HTMLElement {
    const time = timeOf(ecg.receivedAt)
    const address = `${page.path}/ecgs/${encodeURIComponent(ecg.id)}/content`
    if (ecg.format === 'image') {
      const picture = el('img', { src: address, alt: text.ecgOf(time) })
      return el('a', { class: 'picture', href: address, target: '_blank', rel: 'noopener' }, picture)
    }
    const host = el('div', { class: 'asked-ecg' })
    const open = button('press open', () => {
      open.disabled = true
      import('./ecg')
        .then(({ showEcg }) => showEcg(host, page.path, ecg, text.openEcg(time), page.language))
        .then(
          () => show(open, false),
          () => {
            open.disabled = false
            setText(open, text.ecgFailed)
          },
        )
    })
    open.textContent = text.openEcg(time)
    host.append(open)
    return host
  }

  function drawActions(paged: Paged, text: Text): void {
    const asking = stageOf(paged) === 'ask'
    show(footer, asking || page.refused !== undefined)
    document.body.classList.toggle('asking', !footer.hidden)
    const busy = page.sending !== undefined
    for (const node of footer.querySelectorAll('button, input')) (node as HTMLButtonElement).disabled = busy
    const left = Date.parse(paged.dueAt) - page.seams.now()
    setText(
      note,
      page.sending
        ? page.sending.stuck
          ? text.stuck
          : text.sending
        : page.refused !== undefined
          ? `${text.refused}: ${page.refused}`
          : left > 0
            ? text.due(clock(left))
            : text.overdue,
    )
    // Counting down every second would be read out every second.
    note.setAttribute('aria-live', busy || page.refused !== undefined ? 'polite' : 'off')
    if (!asking) {
      show(ask, false)
      show(reasons, false)
    } else if (ask.hidden && reasons.hidden) show(ask, true)
  }

  return { update }
}
