import { ref } from 'vue'
import { recall, remember } from './preferences'

const SEATS = Array.from({ length: 99 }, (_, i) => String(i + 1))
const seat = ref(recall('seat', ['', ...SEATS], ''))

/** Which seat of the room this PC stands at. Known to this browser only; typed once as a command. */
export function useSeat() {
  return { seat, setSeat }
}

export function isSeat(text: string): boolean {
  return SEATS.includes(text)
}

function setSeat(next: string): void {
  seat.value = next
  remember('seat', next)
}
