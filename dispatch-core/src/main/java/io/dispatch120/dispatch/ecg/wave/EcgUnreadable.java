package io.dispatch120.dispatch.ecg.wave;

/** Carries a refusal out of a reader. It never leaves {@code EcgFiles}. */
public final class EcgUnreadable extends Exception {
  private static final long serialVersionUID = 1L;

  private final EcgFault fault;

  /**
   * @param detail as in {@link EcgRefusal}
   */
  public EcgUnreadable(EcgFault fault, String detail) {
    super(detail, null, false, false);
    this.fault = fault;
  }

  public EcgRefusal refusal() {
    return new EcgRefusal(fault, String.valueOf(getMessage()));
  }
}
