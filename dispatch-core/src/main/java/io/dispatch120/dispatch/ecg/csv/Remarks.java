package io.dispatch120.dispatch.ecg.csv;

import io.dispatch120.dispatch.api.EcgWarningCode;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Sex;
import io.dispatch120.dispatch.ecg.wave.EcgDraft;
import io.dispatch120.dispatch.ecg.wave.EcgSubject;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What lines above the samples say, such as {@code #rate=500} or {@code Sample rate;500}. What is
 * not understood is passed over.
 */
final class Remarks {
  /** Somebody's remarks, not a book. */
  private static final int MAX_REMARKS = 64;

  private final Map<String, String> values = new HashMap<>();

  /** Takes {@code key=value} or {@code key: value}, with or without a leading {@code #}. */
  void take(String line) {
    String text = line.startsWith("#") ? line.substring(1) : line;
    int split = -1;
    for (int i = 0; i < text.length() && split < 0; i++) {
      char c = text.charAt(i);
      split = c == '=' || c == ':' || c == '：' ? i : -1;
    }
    if (split > 0) {
      take(text.substring(0, split), text.substring(split + 1));
    }
  }

  void take(String key, String value) {
    if (values.size() < MAX_REMARKS && !value.isBlank()) {
      String name = name(key.toLowerCase(Locale.ROOT).replaceAll("[\\s_()\\[\\]-]", ""));
      if (name != null) {
        values.putIfAbsent(name, value.strip());
      }
    }
  }

  private static @Nullable String name(String key) {
    return switch (key) {
      case "rate", "ratehz", "samplerate", "sampleratehz", "samplingrate", "samplingratehz" ->
          "rate";
      case "fs", "samplefrequency", "samplingfrequency", "frequency", "hz", "采样率", "采样频率" -> "rate";
      case "unit", "units", "单位" -> "unit";
      case "start", "starttime", "recordedat", "recorded", "date", "datetime", "时间", "采集时间" ->
          "start";
      case "sex", "gender", "性别" -> "sex";
      case "age", "ageyears", "年龄" -> "age";
      case "device", "model", "设备" -> "device";
      case "id", "patientid", "编号" -> "id";
      case "name", "patientname", "patient", "姓名" -> "name";
      default -> null;
    };
  }

  /** Samples a second; NaN when nothing is said. */
  double rateHz() {
    String text = values.get("rate");
    if (text == null) {
      return Double.NaN;
    }
    int end = 0;
    while (end < text.length() && ".,0123456789".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    double rate = NumberText.parse(text, 0, end);
    return rate == NumberText.NONE ? Double.NaN : rate;
  }

  /** NaN when nothing is said. */
  double nanovolts() {
    String text = values.get("unit");
    return text == null ? Double.NaN : Column.nanovolts(text);
  }

  void putInto(EcgDraft draft) {
    draft.device(values.get("device"));
    String start = values.get("start");
    if (start != null) {
      putTime(start.replace('/', '-').replace(' ', 'T'), draft);
    }
    draft.subject(
        new EcgSubject(
            sex(),
            age(draft),
            null,
            Personal.of(values.get("id")),
            Personal.of(values.get("name"))));
  }

  private static void putTime(String text, EcgDraft draft) {
    try {
      draft.recordedAt(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException noOffset) {
      try {
        draft.localTime(LocalDateTime.parse(text));
      } catch (DateTimeException e) {
        draft.warn(
            EcgWarningCode.TIME_UNREADABLE,
            "The time of the recording cannot be read; write it like 2026-01-02T03:04:05.");
      }
    }
  }

  private @Nullable Sex sex() {
    String text = values.get("sex");
    if (text == null) {
      return null;
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "m", "male", "男" -> Sex.MALE;
      case "f", "female", "女" -> Sex.FEMALE;
      default -> Sex.UNKNOWN;
    };
  }

  private @Nullable Integer age(EcgDraft draft) {
    String text = values.get("age");
    if (text == null) {
      return null;
    }
    double years = NumberText.parse(text, 0, text.length());
    if (years >= 0 && years < 1000 && EcgSubject.plausible((int) years)) {
      return (int) years;
    }
    draft.warn(EcgWarningCode.FACTS_UNREADABLE, "The age in the file is no age.");
    return null;
  }
}
