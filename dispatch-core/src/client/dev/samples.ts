/** A picture such as a phone takes of a strip of paper. */
export async function samplePicture(): Promise<Blob> {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width: 3000, height: 2000 })
  const context = canvas.getContext('2d')
  if (!context) throw new Error('No canvas')
  context.fillStyle = '#ffeeea'
  context.fillRect(0, 0, 3000, 2000)
  context.fillStyle = '#eda9a2'
  for (let x = 0; x < 3000; x += 40) context.fillRect(x, 0, 2, 2000)
  for (let y = 0; y < 2000; y += 40) context.fillRect(0, y, 3000, 2)
  context.fillStyle = '#10131a'
  context.font = '120px sans-serif'
  context.fillText('II', 80, 200)
  for (let x = 0; x < 3000; x++)
    context.fillRect(x, 1000 - 400 * Math.exp(-((((x % 600) - 300) / 20) ** 2)), 6, 6)
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('No picture'))), 'image/jpeg'),
  )
}

/** Two pages of A4 across, with lines and words in a font that is not in the document. */
export function samplePdf(): Blob {
  const page = (words: string) => {
    const grid = Array.from({ length: 57 }, (_, at) => `${at * 15} 0 m ${at * 15} 595 l S`).join('\n')
    return `0.93 0.66 0.63 RG 0.5 w\n${grid}\n0 0 0 RG 1 w 20 300 m 200 300 l 210 420 l 220 280 l 230 300 l 800 300 l S\nBT /F1 24 Tf 40 540 Td (${words}) Tj ET`
  }
  const streams = [page('ECG 25 mm/s 10 mm/mV'), page('Page 2')]
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>',
    ...[6, 7].map(
      (content) =>
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents ${content} 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    ),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...streams.map((stream) => `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`),
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const place = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF`
  return new Blob([text], { type: 'application/pdf' })
}
