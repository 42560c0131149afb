package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.Personal;
import java.util.regex.Pattern;

/** Which numbers can be sent a text: Chinese mobile numbers (工信部: 11 digits from 13 to 19). */
final class MobileNumbers {
  private static final Pattern MOBILE = Pattern.compile("(?:\\+86|0086|86)?1[3-9]\\d{9}");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s()-]");

  private MobileNumbers() {}

  static boolean isMobile(Personal phone) {
    return MOBILE.matcher(SEPARATORS.matcher(phone.text()).replaceAll("")).matches();
  }
}
