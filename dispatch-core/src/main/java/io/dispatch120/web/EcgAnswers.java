package io.dispatch120.web;

import io.dispatch120.dispatch.api.EcgContentView;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Reply;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What both ports say the same way about ECG files. */
public final class EcgAnswers {
  private static final Map<String, String> ENDINGS =
      Map.of("image/jpeg", "jpg", "image/png", "png", "application/pdf", "pdf");

  private EcgAnswers() {}

  /**
   * @throws ProblemException for a refusal
   */
  public static <T> Answer of(Reply<T> reply, Function<T, Answer> shown) {
    if (reply instanceof Reply.Ok<T> ok) {
      return shown.apply(ok.value()).replayed(ok.replayed());
    }
    if (reply instanceof Reply.No<T> no) {
      throw Problem.of(no.refusal()).asException();
    }
    throw Problem.keyReused().asException();
  }

  /**
   * The file for people to look at: a strange file, which may be hostile. No browser runs anything
   * in it, none guesses its type, only pictures are shown in a page, and no cache keeps it. What it
   * was called is not repeated.
   */
  public static Answer content(EcgContentView file) {
    String ending = ENDINGS.getOrDefault(file.contentType(), "bin");
    String how = file.contentType().startsWith("image/") ? "inline" : "attachment";
    return Answer.content(file.contentType(), file.content())
        .with("Content-Disposition", how + "; filename=\"ecg-" + file.id() + "." + ending + "\"")
        .with("Content-Security-Policy", "sandbox")
        .with("X-Content-Type-Options", "nosniff")
        .with("Cache-Control", "private, no-store");
  }

  /** When the form says the ECG was recorded. */
  public static @Nullable Instant takenAt(Multipart form) {
    String text = form.texts().get("takenAt");
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return SchemaRules.instant(text.strip());
    } catch (DateTimeParseException e) {
      throw Problem.invalid("takenAt", "is no time with a zone").asException();
    }
  }

  /** What the upload is called. */
  public static @Nullable Personal fileName(Fields fields) {
    String sent = fields.textOrNull("fileName");
    String plain = sent == null ? null : Multipart.plain(sent);
    return plain == null ? null : new Personal(plain);
  }
}
