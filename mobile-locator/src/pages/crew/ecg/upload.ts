/** Pieces small enough to get through a bad line in one go, and few enough for a good one. */
export const CHUNK_BYTES = 256 * 1024
/** The server takes no larger file. */
export const MOST_BYTES = 10 * 1024 * 1024

/** One ECG on its way. Its bytes stay on the device until the server has them all. */
export interface Upload {
  id: string
  /** Orders uploads, also of different page loads. */
  order: number
  patientId: string
  fileName: string
  contentType: string
  sizeBytes: number
  sha256: string
  /** When it was photographed or chosen, by this device's clock. */
  takenAt: string
  /** The server's name for it, once it has been asked. */
  uploadId?: string
  receivedBytes: number
  /** The server has the whole file: shown until the case shows the ECG itself. */
  delivered?: boolean
  /** Refused for good; kept, bytes and all, until the crew has seen it. */
  refusal?: { status: number; code: string; detail: string }
}

/** What the server has of a file. */
export interface Progress {
  uploadId: string
  receivedBytes: number
  sizeBytes: number
  complete: boolean
}

export const isWaiting = ({ delivered, refusal }: Upload) => !delivered && !refusal

export function shareOf({ receivedBytes, sizeBytes, delivered }: Upload): number {
  if (delivered) return 1
  // Whole only when the server says so.
  return sizeBytes === 0 ? 0 : Math.min(0.99, receivedBytes / sizeBytes)
}
