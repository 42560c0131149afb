import { Api } from '../support/api'
import { Caller } from '../support/caller'
import { Crew } from '../support/crew'
import { Dispatcher } from '../support/dispatcher'
import { sampleEcg } from '../support/ecg'
import { expect, test } from '../support/fixtures'
import { Hospital } from '../support/hospital'
import { openAsDoctor } from '../support/doctor'

const PHONE = '13800138050'
const HOME = { longitude: 112.89, latitude: 28.2 }
const STATION = { longitude: 112.8907, latitude: 28.201, accuracy: 10 }

interface Case {
  diagnosis?: string
  milestones: Record<string, { at: string; source: string; seq: number }>
  intervals: { name: string; seconds?: number; state: string }[]
  escalations: { level: number; state: string; answeredBy?: string }[]
  ecgs: { format: string; complete: boolean }[]
  visits: { hospitalId: string; arrival?: string }[]
}

/** A level of the hospital's ladder has 12 s here instead of 60. */
test('a STEMI from the call to the wire, with one answer that does not come', async ({
  ownProduct,
  desk,
  phone,
}) => {
  test.setTimeout(240_000)
  const product = await ownProduct({ DISPATCH120_TIMER_SCALE: '0.2' })
  const dispatcher = new Dispatcher(await desk('dispatcher'))
  const hospital = new Hospital(await desk('hospital'))
  const caller = new Caller(await phone('caller', { ...HOME, accuracy: 20 }))
  const crew = new Crew(await phone('crew', STATION), 'A03')
  const pathway = dispatcher.page.getByRole('tabpanel')
  const ladder = pathway.getByRole('region', { name: Hospital.NAME }).getByRole('listitem')

  await test.step('crew, dispatcher and hospital are there', async () => {
    await crew.signOn(product)
    await dispatcher.signIn(product)
    await hospital.signIn(product)
    await expect(hospital.page.getByText('现在没有患者送来')).toBeVisible()
  })

  await test.step('the call: chest pain, a place, a unit', async () => {
    await dispatcher.takeCall({ phone: PHONE, complaint: '胸痛', address: '梅溪湖环湖路 8 栋' })
    await caller.open(await dispatcher.link())
    await caller.share()
    expect(await dispatcher.assignProposal()).toBe('A03')
    for (const step of ['接受', '出发', '到达现场', '接触患者']) await crew.tap(step)
  })

  await test.step('the crew opens the case and sends an ECG', async () => {
    await crew.openPathway()
    await crew.sendEcg(sampleEcg('aecg'))
  })

  await test.step('STEMI, confirmed; the crew chooses the hospital that is advised', async () => {
    await crew.stemi()
    await expect(crew.page.getByText('首选建议').first()).toBeVisible()
    await crew.choose(Hospital.NAME)
    await expect(crew.warning).toContainText(/已通知第 1\/\d 级/)
  })

  await test.step('the hospital rings and does not answer: the next level is told', async () => {
    await expect(hospital.asked).toBeVisible()
    await dispatcher.tab('胸痛·预警')
    await expect(ladder.filter({ hasText: '第 2 级' })).toBeVisible({ timeout: 30_000 })
    await expect(crew.warning).toContainText(/已通知第 [2-5]\/\d 级/)
  })

  await test.step('a doctor at home opens the text message and sees the ECG', async () => {
    const doctor = await phone('doctor')
    await openAsDoctor(doctor, await Api.signIn(product))
    await expect(doctor.getByRole('application', { name: /心电图/ })).toBeVisible()
    const control = await doctor.getByRole('button', { name: '全图' }).boundingBox()
    expect(control?.height, 'big enough for a finger').toBeGreaterThanOrEqual(44)
  })

  await test.step('the hospital accepts; everybody sees it', async () => {
    await hospital.accept()
    await expect(crew.warning).toContainText(/已接收 · /)
    await expect(ladder.filter({ hasText: 'xiangya3' })).toContainText('接收')
  })

  await test.step('the hospital looks at the ECG', async () => {
    await hospital.openWaveform()
    const diagnosis = hospital.page.getByRole('group', { name: '诊断' })
    await expect(diagnosis.getByRole('button', { name: 'STEMI', exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
  })

  await test.step('on the way, there, and to the wire', async () => {
    await crew.leavePathway()
    for (const step of ['离开现场/转运', '到达医院']) await crew.tap(step)
    await hospital.record('启动导管室', '导管室就绪', '到达导管室', '穿刺', '导丝通过')
    await expect(
      pathway.getByRole('listitem').filter({ hasText: /^\d\d:\d\d:\d\d\s*导丝通过/, visible: true }),
    ).toHaveCount(1)
  })

  await test.step('the record is whole, and belongs to this hospital alone', async () => {
    const api = await Api.signIn(product)
    const incident = await api.findByPhone(PHONE)
    const path = `/patients/${incident.patients[0]?.id}/chest-pain`
    const record = await api.get<Case>(path)
    expect(record.diagnosis).toBe('stemi')
    expect(record.ecgs).toMatchObject([{ format: 'aecg', complete: true }])
    const [unanswered, ...told] = record.escalations
    expect(unanswered).toMatchObject({ level: 1, state: 'escalated' })
    expect(told.at(-1)).toMatchObject({ state: 'accepted', answeredBy: 'xiangya3' })
    expect(record.visits).toMatchObject([{ hospitalId: 'xiangya3' }])
    expect(Object.keys(record.milestones)).toEqual(
      expect.arrayContaining([
        'first_medical_contact',
        'first_ecg',
        'ecg_transmitted',
        'ecg_diagnosis',
        'pre_alert',
        'pre_alert_accepted',
        'cath_lab_activated',
        'cath_lab_ready',
        'cath_lab_arrival',
        'puncture',
        'wire_crossing',
      ]),
    )
    const done = record.intervals.filter(({ state }) => state === 'met').map(({ name }) => name)
    expect(done).toEqual(
      expect.arrayContaining([
        'first_medical_contact_to_first_ecg',
        'first_medical_contact_to_wire_crossing',
        'arrival_to_wire_crossing',
        'cath_lab_activated_to_cath_lab_ready',
      ]),
    )
    const other = await Api.signIn(product, 'changsha4', 'demo-hospital')
    await expect(other.get(path)).rejects.toThrow(/ 403 /)
    const verified = product.verifyJournal()
    expect(verified.status, verified.output).toBe(0)
  })
})
