/** A month of three cases, one with a milestone that nobody recorded. */
export function report(at: string) {
  const cases = ['a', 'b', 'c']
  const figure = (name: string, minutes: number, seconds: number[], missing: string[] = []) => ({
    name,
    count: seconds.length,
    meanSeconds: seconds.reduce((sum, one) => sum + one, 0) / seconds.length,
    medianSeconds: seconds[Math.floor(seconds.length / 2)],
    p90Seconds: Math.max(...seconds),
    withinTarget: seconds.filter((one) => one <= minutes * 60).length,
    share: seconds.filter((one) => one <= minutes * 60).length / seconds.length,
    targetSeconds: minutes * 60,
    source: 'China Chest Pain Center standard',
    cases: cases.slice(0, seconds.length),
    missing,
    negative: [],
  })
  return {
    from: at,
    to: at,
    center: 'xiangjiang',
    figures: [
      figure('first_medical_contact_to_first_ecg', 10, [420, 480, 660]),
      figure('first_ecg_to_ecg_diagnosis', 10, [300, 540], ['c']),
      figure('arrival_to_wire_crossing', 90, [3900, 5520], ['c']),
    ],
    months: [],
    cases: cases.map((id, i) => ({
      patientId: id,
      incidentId: `incident-${id}`,
      incidentNumber: `XJ-20261103-000${i + 1}`,
      openedAt: at,
      diagnosis: 'stemi',
      milestones: {},
      visits: [],
      intervals: [
        {
          name: 'first_medical_contact_to_first_ecg',
          seconds: [420, 480, 660][i],
          fromSeq: 101 + i,
          toSeq: 140 + i,
        },
      ],
      missing: id === 'c' ? ['ecg_diagnosis', 'wire_crossing'] : [],
      problems: [],
    })),
  }
}
