package io.dispatch120.dispatch.importing;

import io.dispatch120.dispatch.importing.value.Texts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Ids that stay the same from import to import, and fit into a URL as they are. Pure. */
final class EntryIds {
  private static final int MAX_LENGTH = 64;
  private static final int HASH_BYTES = 8;

  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._~-]+");
  private static final Pattern ENDS = Pattern.compile("^[-.~]+|[-.]+$");

  private EntryIds() {}

  /**
   * The list's own id; what a URL would have to encode becomes dashes, and what got lost by that is
   * kept as a hash.
   */
  static String of(String given) {
    String plain = Texts.plain(given);
    String safe = ENDS.matcher(UNSAFE.matcher(plain).replaceAll("-")).replaceAll("");
    boolean whole =
        !safe.isEmpty()
            && safe.length() <= MAX_LENGTH
            // A slash or a blank for a dash is no loss worth a hash.
            && safe.length() == plain.length()
            && plain.chars().allMatch(c -> c < 0x80);
    return whole
        ? safe
        : (Texts.cut(safe, 40).replace("…", "") + "-" + hash(List.of(plain))).replaceAll("^-", "");
  }

  /** An id for a row without one. */
  static String ofIdentity(String prefix, List<String> identity) {
    return prefix + "-" + hash(identity.stream().map(Texts::key).toList());
  }

  /** The list's name before the id, for an id that another list has taken. */
  static String within(String source, String id) {
    String name = of(source);
    return Texts.cut(name, 24).replace("…", "") + "-" + Texts.cut(id, 38).replace("…", "");
  }

  private static String hash(List<String> texts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (String text : texts) {
        sha.update(text.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
      }
      return HexFormat.of().formatHex(sha.digest(), 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
