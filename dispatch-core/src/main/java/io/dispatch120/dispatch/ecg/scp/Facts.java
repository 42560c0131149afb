package io.dispatch120.dispatch.ecg.scp;

import io.dispatch120.dispatch.api.EcgWarningCode;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Sex;
import io.dispatch120.dispatch.ecg.wave.EcgDraft;
import io.dispatch120.dispatch.ecg.wave.EcgSubject;
import io.dispatch120.dispatch.ecg.wave.EcgUnreadable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Patient, device and time of an ECG: section 1, a list of tags with values. */
final class Facts {
  private static final int END = 255;
  private static final int NO_OFFSET = 0x7FFF;
  private static final int LANGUAGE_AT = 16;
  private static final int MODEL_AT = 8;
  private static final int MODEL_LENGTH = 6;
  private static final int TEXTS_AT = 36;

  /** Of the texts behind the device's numbers this one is its maker. */
  private static final int MAKER_TEXT = 4;

  private final Texts texts;
  private String family = "";
  private String given = "";
  private String id = "";
  private String device = "";
  private @Nullable Sex sex;
  private @Nullable Integer ageYears;
  private @Nullable LocalDate birthDate;
  private @Nullable LocalDate day;
  private @Nullable LocalTime time;
  private @Nullable ZoneOffset zone;
  private boolean factsUnreadable;
  private boolean timeUnreadable;

  private Facts(Texts texts) {
    this.texts = texts;
  }

  /** Puts what is there into the draft. A broken section costs its facts, not the ECG. */
  static void putInto(EcgDraft draft, @Nullable Block section) {
    if (section == null) {
      return;
    }
    Facts facts = new Facts(new Texts(language(section)));
    try {
      facts.walk(section);
    } catch (EcgUnreadable e) {
      // A length that leads outside: what was found before it stands.
      facts.factsUnreadable = true;
    }
    facts.tell(draft);
  }

  /** The language byte of tag 14, which all texts are written in. */
  private static int language(Block section) {
    try {
      for (int at = 0; at + 3 <= section.length() && section.u8(at) != END; ) {
        int length = section.u16(at + 1);
        if (section.u8(at) == 14 && length > LANGUAGE_AT) {
          return section.u8(at + 3 + LANGUAGE_AT);
        }
        at += 3 + length;
      }
    } catch (EcgUnreadable e) {
      return 0;
    }
    return 0;
  }

  private void walk(Block section) throws EcgUnreadable {
    for (int at = 0; at + 3 <= section.length() && section.u8(at) != END; ) {
      int length = section.u16(at + 1);
      Block value = section.part(at + 3, length);
      if (length > 0) {
        tryTake(section.u8(at), value);
      }
      at += 3 + length;
    }
  }

  /** A value that is too short costs that fact, not those behind it. */
  private void tryTake(int tag, Block value) {
    try {
      take(tag, value);
    } catch (EcgUnreadable e) {
      factsUnreadable = true;
    }
  }

  private void take(int tag, Block value) throws EcgUnreadable {
    switch (tag) {
      case 0 -> family = texts.of(value, 0, value.length());
      case 1 -> given = texts.of(value, 0, value.length());
      case 2 -> id = texts.of(value, 0, value.length());
      case 4 -> age(value.u16(0), value.u8(2));
      case 5 -> {
        birthDate = date(value);
        factsUnreadable |= birthDate == null && value.u16(0) != 0;
      }
      case 8 ->
          sex =
              switch (value.u8(0)) {
                case 1 -> Sex.MALE;
                case 2 -> Sex.FEMALE;
                default -> Sex.UNKNOWN;
              };
      case 14 -> device(value);
      case 25 -> {
        day = date(value);
        timeUnreadable |= day == null;
      }
      case 26 -> {
        try {
          time = LocalTime.of(value.u8(0), value.u8(1), value.u8(2));
        } catch (DateTimeException e) {
          timeUnreadable = true;
        }
      }
      case 34 -> {
        int minutes = value.i16(0);
        if (minutes != NO_OFFSET && Math.abs(minutes) <= 18 * 60) {
          zone = ZoneOffset.ofTotalSeconds(minutes * 60);
        }
      }
      default -> {}
    }
  }

  private void age(int age, int unit) {
    double years =
        switch (unit) {
          case 1 -> age;
          case 2 -> age / 12.0;
          case 3 -> age * 7 / 365.25;
          case 4 -> age / 365.25;
          case 5 -> age / 8766.0;
          default -> Double.NaN;
        };
    if (age == 0 || Double.isNaN(years)) {
      return;
    }
    if (EcgSubject.plausible((int) years)) {
      ageYears = (int) years;
    } else {
      factsUnreadable = true;
    }
  }

  private void device(Block value) throws EcgUnreadable {
    if (value.length() < TEXTS_AT) {
      return;
    }
    String maker = texts.nth(value, TEXTS_AT, MAKER_TEXT);
    device = maker + " " + texts.of(value, MODEL_AT, MODEL_LENGTH);
  }

  private static @Nullable LocalDate date(Block value) throws EcgUnreadable {
    try {
      return value.u16(0) == 0 ? null : LocalDate.of(value.u16(0), value.u8(2), value.u8(3));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private void tell(EcgDraft draft) {
    if (factsUnreadable) {
      draft.warn(
          EcgWarningCode.FACTS_UNREADABLE, "What the file says about the patient is broken.");
    }
    if (timeUnreadable || (day == null) != (time == null)) {
      draft.warn(EcgWarningCode.TIME_UNREADABLE, "The time of the recording cannot be read.");
    }
    if (day != null && time != null) {
      draft.localTime(day.atTime(time));
      draft.recordedAt(zone == null ? null : day.atTime(time).toInstant(zone));
    }
    String name = (family + " " + given).strip();
    draft.device(device);
    draft.subject(
        new EcgSubject(
            sex,
            ageYears,
            birthDate,
            Personal.of(id.isEmpty() ? null : id),
            Personal.of(name.isEmpty() ? null : name)));
  }
}
