package io.dispatch120.app.config;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a PostgreSQL database is and who signs in, from {@code
 * postgresql://user:password@host:port/database}.
 *
 * <p>{@link #toString} hides the password, so this record may be logged.
 *
 * @param host name or address; an IPv6 address without brackets
 * @param port 5432 when the text had none
 * @param password empty when the text had none
 */
public record DatabaseUrl(String host, int port, String user, String password, String database) {
  /** The form that {@link #find} reads. */
  public static final String FORM = "postgresql://user:password@host:port/database";

  private static final Pattern PATTERN =
      Pattern.compile(
          "postgres(?:ql)?://(?<user>[^:@/]+)(?::(?<password>.*))?@"
              + "(?<host>\\[[0-9A-Fa-f:.]+\\]|[^\\[\\]:/@?#]+)(?::(?<port>[0-9]{1,5}))?/(?<database>[^/?#@]+)");

  /**
   * Reads the URL form. User, password and database may be percent-encoded; the password ends at
   * the last {@code @}, so one with {@code @}, {@code :} or {@code /} in it is understood as well.
   *
   * @return empty when the text has another form, or an encoding that is not UTF-8
   */
  public static Optional<DatabaseUrl> find(String text) {
    Matcher matcher = PATTERN.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String host = matcher.group("host").replaceAll("[\\[\\]]", "");
    int port = matcher.group("port") == null ? 5432 : Integer.parseInt(matcher.group("port"));
    if (port < 1 || port > 65535) {
      return Optional.empty();
    }
    try {
      String password = matcher.group("password");
      return Optional.of(
          new DatabaseUrl(
              host,
              port,
              decode(matcher.group("user")),
              password == null ? "" : decode(password),
              decode(matcher.group("database"))));
    } catch (CharacterCodingException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** For JDBC; user and password go beside it. */
  public String jdbcUrl() {
    String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    String encoded =
        java.net.URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
    return "jdbc:postgresql://" + name + ":" + port + "/" + encoded;
  }

  @Override
  public String toString() {
    return "postgresql://" + user + ":****@" + host + ":" + port + "/" + database;
  }

  private static String decode(String text) throws CharacterCodingException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '%') {
        decoded.write(bytes[i]);
      } else if (i + 2 < bytes.length) {
        String hex = new String(bytes, i + 1, 2, StandardCharsets.US_ASCII);
        decoded.write(Integer.parseUnsignedInt(hex, 16));
        i += 2;
      } else {
        throw new NumberFormatException("cut off");
      }
    }
    return StandardCharsets.UTF_8
        .newDecoder()
        .decode(ByteBuffer.wrap(decoded.toByteArray()))
        .toString();
  }
}
