package io.dispatch120.dispatch.importing;

import io.dispatch120.dispatch.api.Catalogue.HospitalCapability;
import io.dispatch120.dispatch.importing.hours.HoursText;
import io.dispatch120.dispatch.importing.value.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What lists call what a hospital can do. Pure. */
final class HospitalWords {
  private static final Map<String, String[]> CAPABILITIES =
      Map.of(
          "pci_24x7",
              new String[] {
                "pci247",
                "pci24x7",
                "pci24h",
                "pci24小时",
                "24小时pci",
                "24小时急诊pci",
                "全天候pci",
                "急诊pci24小时"
              },
          "thrombolysis", new String[] {"thrombolysis", "溶栓", "溶栓治疗", "lyse"},
          "aortic_surgery", new String[] {"aorticsurgery", "主动脉手术", "大血管手术", "主动脉夹层手术"},
          "stroke", new String[] {"stroke", "strokeunit", "卒中", "卒中中心", "中風", "脳卒中"},
          "trauma", new String[] {"trauma", "创伤", "创伤中心", "創傷", "外傷"},
          "obstetric",
              new String[] {
                "obstetric", "obstetrics", "产科", "產科", "危重孕产妇", "危重孕产妇救治中心", "産科", "geburtshilfe"
              },
          "neonatal",
              new String[] {
                "neonatal", "新生儿", "新生兒", "危重新生儿", "危重新生儿救治中心", "nicu", "新生児", "neonatologie"
              });

  private static final Pattern WITH_HOURS = Pattern.compile("([^(（:：]+)[(（:：]\\s*(.+?)\\s*[)）]?");

  private HospitalWords() {}

  /**
   * Such as {@code stroke} or {@code 溶栓(周一至周五 8:00-17:30)}; hours not understood are no capability.
   */
  static Optional<HospitalCapability> capability(String word) {
    Matcher parts = WITH_HOURS.matcher(word);
    boolean hours = parts.matches();
    Optional<String> name = name(hours ? parts.group(1) : word);
    if (name.isEmpty() || !hours) {
      return name.map(known -> new HospitalCapability(known, null));
    }
    return HoursText.find(parts.group(2))
        .map(osm -> new HospitalCapability(name.get(), osm.equals("24/7") ? null : osm));
  }

  private static Optional<String> name(String word) {
    String key = Texts.key(word);
    return CAPABILITIES.entrySet().stream()
        .filter(known -> java.util.Arrays.asList(known.getValue()).contains(key))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** A code of {@code HospitalInfo.accreditation}. */
  static Optional<String> accreditation(String text) {
    String key = Texts.key(text);
    if (key.contains("basic") || key.contains("基层") || key.contains("基層")) {
      return Optional.of("chest_pain_center_basic");
    }
    if (key.contains("standard") || key.contains("标准") || key.contains("標準")) {
      return Optional.of("chest_pain_center_standard");
    }
    return key.contains("unit") || key.contains("单元") || key.contains("單元")
        ? Optional.of("chest_pain_unit")
        : Optional.empty();
  }

  /** Whether the text says that there is none. */
  static boolean none(String text) {
    String key = Texts.key(text);
    return key.equals("none") || key.equals("无") || key.equals("否") || key.equals("no");
  }

  /** How somebody is told; by phone when there is a number and nothing else is said. */
  static String channel(@Nullable String said, boolean phone) {
    String key = said == null ? "" : Texts.key(said).toLowerCase(Locale.ROOT);
    if (key.contains("sms") || key.contains("短信") || key.contains("簡訊")) {
      return "sms";
    }
    if (key.contains("console") || key.contains("系统") || key.contains("平台")) {
      return "console";
    }
    return phone ? "phone" : "console";
  }
}
