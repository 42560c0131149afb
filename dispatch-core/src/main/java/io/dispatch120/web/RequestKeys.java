package io.dispatch120.web;

import io.dispatch120.dispatch.api.DispatchApi.RequestKey;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes command identities out of requests, so that a repeated request is the same command. */
public final class RequestKeys {
  private RequestKeys() {}

  /**
   * @param scope who asks: keys of different users never meet
   * @param key the {@code Idempotency-Key}, null for a request that cannot be repeated
   */
  public static RequestKey of(
      String scope, String method, String path, @Nullable UUID key, Buffer body) {
    if (key == null) {
      return new RequestKey(UUID.randomUUID(), "");
    }
    String name = scope + "\n" + method + "\n" + path + "\n" + key;
    return new RequestKey(
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), sha256(body.getBytes()));
  }

  /** SHA-256 in lower-case hex. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
