package io.dispatch120.dispatch.hospital;

import io.dispatch120.dispatch.api.Catalogue.HospitalInfo;
import io.dispatch120.dispatch.api.Catalogue.LadderContact;
import io.dispatch120.dispatch.api.Catalogue.LadderLevel;
import io.dispatch120.dispatch.api.Catalogue.OnCall;
import io.dispatch120.dispatch.api.ContactChannel;
import io.dispatch120.dispatch.api.Personal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Contact ladders as they are at a moment, with the person behind each level. Pure. */
public final class Ladders {
  /** A ladder without anybody on it. */
  public static final String NO_CONTACTS = "no_contacts";

  /** Nobody on it has a telephone number. */
  public static final String NO_REACHABLE_CONTACT = "no_reachable_contact";

  /** PCI, but no median: advice has to assume one. */
  public static final String NO_PCI_MEDIAN = "no_pci_median";

  private Ladders() {}

  /** By level, lowest first. */
  public static List<Rung> of(HospitalInfo hospital, Instant now) {
    return hospital.ladder().stream()
        .sorted(Comparator.comparingInt(LadderLevel::level))
        .map(level -> rung(hospital, level, now))
        .toList();
  }

  private static Rung rung(HospitalInfo hospital, LadderLevel level, Instant now) {
    Optional<OnCall> person = onCall(hospital, level.level(), now);
    String phone = person.map(OnCall::phone).orElse(level.phone());
    return new Rung(
        level.level(),
        new Contact(
            level.contact(),
            person.map(OnCall::name).map(Personal::new).orElse(null),
            channel(level.channel()),
            Personal.of(phone)),
        level.together().stream()
            .map(c -> new Contact(c.contact(), null, channel(c.channel()), Personal.of(c.phone())))
            .toList());
  }

  /** Who stands behind the level now. */
  public static Optional<OnCall> onCall(HospitalInfo hospital, int level, Instant now) {
    return hospital.onCall().stream()
        .filter(entry -> entry.level() == level && now.isBefore(entry.until()))
        .findFirst();
  }

  /** A channel nobody knows is one somebody has to telephone. */
  private static ContactChannel channel(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "console" -> ContactChannel.CONSOLE;
      case "sms" -> ContactChannel.SMS;
      default -> ContactChannel.PHONE;
    };
  }

  /** What somebody should do something about before the hospital is needed, by code. */
  public static List<String> problems(HospitalInfo hospital, Instant now) {
    boolean pci = hospital.capabilities().stream().anyMatch(c -> c.name().equals(ServiceName.PCI));
    String contacts =
        hospital.ladder().isEmpty()
            ? NO_CONTACTS
            : phones(hospital, now).findAny().isEmpty() ? NO_REACHABLE_CONTACT : null;
    String median = pci && hospital.medianArrivalToWireMinutes() == null ? NO_PCI_MEDIAN : null;
    return Stream.of(Optional.ofNullable(contacts), Optional.ofNullable(median))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Stream<String> phones(HospitalInfo hospital, Instant now) {
    Stream<Optional<String>> levels = hospital.ladder().stream().map(level -> phone(level.phone()));
    Stream<Optional<String>> together =
        hospital.ladder().stream()
            .flatMap(level -> level.together().stream())
            .map(LadderContact::phone)
            .map(Ladders::phone);
    Stream<Optional<String>> roster =
        hospital.onCall().stream()
            .filter(entry -> now.isBefore(entry.until()))
            .map(entry -> phone(entry.phone()));
    return Stream.of(levels, together, roster).flatMap(all -> all).flatMap(Optional::stream);
  }

  private static Optional<String> phone(@Nullable String text) {
    return Optional.ofNullable(text).filter(some -> !some.isBlank());
  }
}
