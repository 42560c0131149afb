import type { Ecg } from './paged'

/**
 * Shows one ECG in `host`. Fetched only when somebody wants to see one.
 *
 * The viewer that the client package has for waveforms and PDFs is opened here, with `content` and `waveform` of the
 * same address; until it is there such a file is handed to the phone's own viewer.
 */
export function showEcg(host: HTMLElement, path: string, ecg: Ecg, label: string): void {
  const link = document.createElement('a')
  link.href = `${path}/ecgs/${encodeURIComponent(ecg.id)}/content`
  link.download = ''
  link.className = 'press'
  link.textContent = label
  host.appendChild(link)
  link.click()
}
