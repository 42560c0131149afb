package io.dispatch120.dispatch.ecg.wave;

/** How much of an ECG is read. Beyond it a file is refused, never cut. */
public final class EcgLimits {
  /** Twelve leads of 10 s are some 120 kB; 10 MiB is a picture of a phone at its best. */
  public static final int MAX_BYTES = 10 << 20;

  /** Body surface maps have more; nobody draws them in an ambulance. */
  public static final int MAX_LEADS = 64;

  /** Resting ECGs come with 250 to 1,000 samples a second. */
  public static final int MAX_RATE_HZ = 2_000;

  /** Fewer samples a second show no ST segment. */
  public static final int MIN_RATE_HZ = 50;

  public static final int MAX_SECONDS = 600;

  /** Of one lead. */
  public static final int MAX_LEAD_SAMPLES = MAX_SECONDS * MAX_RATE_HZ;

  /** Of all leads: as many as the largest file holds uncompressed, whatever it was packed into. */
  public static final int MAX_SAMPLES = MAX_BYTES / 2;

  private EcgLimits() {}
}
