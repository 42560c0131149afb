package io.dispatch120.dispatch.ecg.wave;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of leads as devices write them. */
public final class LeadNames {
  /** In the order doctors read them, which is that of files without names. */
  public static final List<String> STANDARD =
      List.of("I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6");

  private static final List<String> OTHERS =
      List.of(
          "V7", "V8", "V9", "V1R", "V2R", "V3R", "V4R", "V5R", "V6R", "V7R", "V8R", "V9R", "X", "Y",
          "Z", "CC5", "CM5");

  private static final List<String> PREFIXES =
      List.of("MDC_ECG_LEAD_", "MDC_ECG_", "LEAD", "ECG", "导联");

  private static final int LONGEST = 16;

  private static final Map<String, String> KNOWN = known();

  private LeadNames() {}

  private static Map<String, String> known() {
    Map<String, String> names = new HashMap<>();
    for (String name : STANDARD) {
      names.put(name.toUpperCase(Locale.ROOT), name);
    }
    for (String name : OTHERS) {
      names.put(name, name);
    }
    names.put("MLII", "II");
    names.put("L1", "I");
    names.put("L2", "II");
    names.put("L3", "III");
    names.put("D1", "I");
    names.put("D2", "II");
    names.put("D3", "III");
    names.put("Ⅰ", "I");
    names.put("Ⅱ", "II");
    names.put("Ⅲ", "III");
    return names;
  }

  /** The usual name, or null when it is no lead that is known. */
  public static @Nullable String find(String written) {
    String name = bare(written);
    String known = KNOWN.get(name);
    if (known == null && name.startsWith("C") && name.length() == 2) {
      known = KNOWN.get("V" + name.substring(1));
    }
    return known;
  }

  /** The usual name, or what is left of the written one when it is none of those known. */
  public static String of(String written) {
    String known = find(written);
    if (known != null) {
      return known;
    }
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < written.length() && kept.length() < LONGEST; i++) {
      char c = written.charAt(i);
      if (Character.isLetterOrDigit(c) || c == '-' || c == '+' || c == '_') {
        kept.append(c);
      }
    }
    return kept.length() == 0 ? "?" : kept.toString();
  }

  private static String bare(String written) {
    if (written.length() > 2 * LONGEST) {
      return "";
    }
    String name = written.strip().toUpperCase(Locale.ROOT);
    for (String prefix : PREFIXES) {
      if (name.startsWith(prefix)) {
        name = name.substring(prefix.length());
      }
    }
    if (name.endsWith("导联")) {
      name = name.substring(0, name.length() - 2);
    }
    return name.replace("_", "").replace(" ", "").replace("-", "").replace(".", "");
  }

  /** Place among the leads of an ECG: the standard twelve first. */
  public static int rank(String name) {
    int rank = STANDARD.indexOf(name);
    return rank < 0 ? STANDARD.size() : rank;
  }
}
