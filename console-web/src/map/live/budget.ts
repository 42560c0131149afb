/**
 * How much may be drawn in one frame, in pieces of the view. It grows while frames come in time and is halved when one
 * is late: a fast computer draws every movement at once, a slow one spreads them over frames and stays smooth.
 */
export class Budget {
  private pieces = START

  /** @param sinceLastFrameMillis of two frames in a row */
  next(sinceLastFrameMillis: number): void {
    if (sinceLastFrameMillis > LATE_MILLIS) this.pieces = Math.max(LEAST, Math.floor(this.pieces / 2))
    else this.pieces = Math.min(MOST, this.pieces + GROWTH)
  }

  get value(): number {
    return Math.floor(this.pieces)
  }
}

/** Two frames of a 60 Hz screen, with a little room: 30 a second is the goal. */
const LATE_MILLIS = 30
const LEAST = 4
/** Slowly: growing until it is too much makes a late frame. */
const GROWTH = 0.25
const START = 12
const MOST = 64
