package io.dispatch120.dispatch.importing.value;

import io.dispatch120.dispatch.api.Capability;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What lists call the equipment of an ambulance. Pure. */
public final class UnitWords {
  private UnitWords() {}

  /** Empty when the word is not known. */
  public static Set<Capability> capabilities(String word) {
    String key = Texts.key(word);
    Set<Capability> meant = EnumSet.noneOf(Capability.class);
    for (Capability capability : Capability.values()) {
      if (key.equals(Texts.key(capability.name()))) {
        meant.add(capability);
      }
    }
    if (any(key, "普通", "转运", "轉運", "基础", "基礎", "basic", "ktw", "转送", "転送")) {
      meant.add(Capability.BLS);
    }
    if (any(key, "监护", "監護", "高级", "高級", "抢救", "搶救", "advanced", "rtw", "救命", "高規格")) {
      meant.add(Capability.BLS);
      meant.add(Capability.ALS);
    }
    if (any(key, "icu", "重症", "intensiv", "itw")) {
      meant.add(Capability.ICU);
    }
    if (any(key, "新生儿", "新生兒", "neonat", "新生児")) {
      meant.add(Capability.NEONATAL);
    }
    if (any(key, "负压", "負壓", "陰圧", "negativepressure", "unterdruck")) {
      meant.add(Capability.NEGATIVE_PRESSURE);
    }
    if (any(key, "ecg12", "12导", "十二导", "12導", "12lead", "ekg12", "心电", "心電")) {
      meant.add(Capability.ECG12);
    }
    return meant;
  }

  private static boolean any(String key, String... words) {
    for (String word : words) {
      if (key.toLowerCase(Locale.ROOT).contains(word)) {
        return true;
      }
    }
    return false;
  }
}
