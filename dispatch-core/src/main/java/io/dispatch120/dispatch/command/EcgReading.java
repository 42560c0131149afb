package io.dispatch120.dispatch.command;

import io.dispatch120.dispatch.api.EcgFormat;
import io.dispatch120.dispatch.api.EcgWarning;
import io.dispatch120.dispatch.api.EcgWaveformView;
import io.dispatch120.dispatch.api.Sex;
import io.dispatch120.dispatch.ecg.EcgComparison;
import io.dispatch120.dispatch.ecg.EcgFile;
import io.dispatch120.dispatch.ecg.EcgFiles;
import io.dispatch120.dispatch.ecg.EcgViews;
import io.dispatch120.dispatch.ecg.wave.EcgResult;
import io.dispatch120.dispatch.ecg.wave.EcgWaveform;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is told of a file before it is taken. Takes its time: for workers. */
final class EcgReading {
  private EcgReading() {}

  /** What a file is compared with. */
  record Known(@Nullable Sex sex, @Nullable Integer ageYears, Instant now, ZoneId zone) {}

  sealed interface Outcome {
    /**
     * @param recordedAt by the device's clock, null where that can not be right: a case of now
     *     counts its minutes from it
     * @param warnings codes
     */
    record Read(
        String format, String contentType, @Nullable Instant recordedAt, List<String> warnings)
        implements Outcome {}

    /**
     * @param detail what to do, for people
     */
    record Refused(String detail) implements Outcome {}
  }

  static Outcome read(byte[] content, @Nullable String fileName, Known known) {
    EcgResult<EcgFile> identified = EcgFiles.identify(content, fileName);
    if (identified instanceof EcgResult.Refused<EcgFile> refused) {
      return new Outcome.Refused(refused.refusal().detail());
    }
    EcgFile file = ((EcgResult.Read<EcgFile>) identified).value();
    List<EcgWarning> warnings = new ArrayList<>(file.warnings());
    Instant recordedAt = null;
    if (file.format().hasWaveform()) {
      EcgResult<EcgWaveform> result = EcgFiles.read(content, file.format());
      if (result instanceof EcgResult.Refused<EcgWaveform> refused) {
        return new Outcome.Refused(refused.refusal().detail());
      }
      EcgWaveform waveform = ((EcgResult.Read<EcgWaveform>) result).value();
      warnings.addAll(waveform.warnings());
      List<EcgWarning> compared =
          EcgComparison.compare(waveform, known.sex(), known.ageYears(), known.now(), known.zone());
      warnings.addAll(compared);
      if (EcgComparison.isOfNow(compared)) {
        recordedAt = waveform.recordedAt(known.zone()).orElse(null);
      }
    }
    return new Outcome.Read(word(file.format()), file.contentType(), recordedAt, codes(warnings));
  }

  /** Empty for a picture, a PDF and what can not be read. */
  static Optional<EcgWaveformView> waveform(byte[] content, String format) {
    EcgFormat known = EcgFormat.valueOf(format.toUpperCase(Locale.ROOT));
    return EcgFiles.read(content, known) instanceof EcgResult.Read<EcgWaveform> read
        ? Optional.of(EcgViews.view(read.value()))
        : Optional.empty();
  }

  private static List<String> codes(List<EcgWarning> warnings) {
    return warnings.stream().map(w -> word(w.code())).distinct().toList();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
