import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'

/** Somebody wants a place from the map; the map answers with the click, or with nothing. */
export interface PlaceRequest {
  purpose: 'call' | 'incident'
  answer(place: { lng: number; lat: number } | undefined): void
}

/** A place the map shows without it being part of the board, such as the pin of a call that is being taken. */
export interface DraftPlace {
  lng: number
  lat: number
  radiusMeters?: number
}

/** What this dispatcher is doing: shared by queue, map and panel. */
export const useWorkplace = defineStore('workplace', () => {
  const selectedIncidentId = ref<string>()
  /** The call form is open in the right region, in place of the incident. */
  const takingCall = ref(false)
  /** Calls that somebody began to write down here and has not submitted; told by the call form. */
  const draftsWaiting = ref(0)
  const placeRequest = shallowRef<PlaceRequest>()
  /** Something is being drawn on the map: clicks and Enter belong to it, and send no unit. */
  const drawing = ref(false)
  const draftPlace = shallowRef<DraftPlace>()
  /** Where the map should look next; a new object each time. */
  const lookAt = shallowRef<{ lng: number; lat: number; zoom?: number }>()

  function select(incidentId: string | undefined) {
    selectedIncidentId.value = incidentId
    takingCall.value = false
  }

  function takeCall() {
    takingCall.value = true
  }

  /** Asks for a click on the map; a request that is still open is answered with nothing. */
  function pickPlace(purpose: PlaceRequest['purpose']): Promise<{ lng: number; lat: number } | undefined> {
    placeRequest.value?.answer(undefined)
    return new Promise((resolve) => {
      placeRequest.value = {
        purpose,
        answer(place) {
          placeRequest.value = undefined
          resolve(place)
        },
      }
    })
  }

  return {
    selectedIncidentId,
    takingCall,
    draftsWaiting,
    placeRequest,
    drawing,
    draftPlace,
    lookAt,
    select,
    takeCall,
    pickPlace,
  }
})
