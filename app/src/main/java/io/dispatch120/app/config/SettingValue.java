package io.dispatch120.app.config;

/**
 * The text given for a setting and where it was given, so that a complaint can point at it.
 *
 * @param setting which one
 * @param text as written, never empty
 * @param name how the operator wrote the key: a variable, or a key with its file and line
 */
record SettingValue(Setting setting, String text, String name) {

  /**
   * A failure that names the key, shows the value unless it may hold a secret, and what is allowed.
   */
  StartFailure bad(String allowed) {
    String shown = setting.secret() ? "has a value that can not be used" : "is \"" + text + "\"";
    return new StartFailure(name + " " + shown, "Allowed: " + allowed + ".");
  }

  @Override
  public String toString() {
    return name + "=" + (setting.secret() ? "****" : text);
  }
}
