package io.dispatch120.dispatch.importing;

import io.dispatch120.dispatch.api.Catalogue.HospitalCapability;
import io.dispatch120.dispatch.api.Catalogue.HospitalInfo;
import io.dispatch120.dispatch.api.Catalogue.LadderContact;
import io.dispatch120.dispatch.api.Catalogue.LadderLevel;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.importing.mapping.Field;
import io.dispatch120.dispatch.importing.mapping.Mapping;
import io.dispatch120.dispatch.importing.place.Place;
import io.dispatch120.dispatch.importing.table.Table;
import io.dispatch120.dispatch.importing.value.Texts;
import io.dispatch120.dispatch.journal.CatalogueEdit;
import io.dispatch120.geo.api.LngLat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Hospitals. One without an id of the list's is known by its name. */
final class HospitalEntries implements Entries<HospitalInfo> {
  private static final int MAX_HOSPITALS = 5_000;

  private final Mapping mapping;
  private final Map<String, HospitalInfo> existing;
  private final Map<String, String> idsByName = new HashMap<>();

  HospitalEntries(Mapping mapping, Basis basis) {
    this.mapping = mapping;
    this.existing =
        basis.catalogue().hospitals().stream()
            .collect(Collectors.toMap(h -> h.id().value(), h -> h));
    existing.forEach((id, hospital) -> idsByName.put(Texts.key(hospital.name()), id));
  }

  @Override
  public String prefix() {
    return "hospital";
  }

  @Override
  public boolean needsPosition() {
    return true;
  }

  @Override
  public Map<String, HospitalInfo> existing() {
    return existing;
  }

  @Override
  public @Nullable String sourceOf(HospitalInfo entry) {
    return null;
  }

  @Override
  public LngLat positionOf(HospitalInfo entry) {
    return entry.position();
  }

  @Override
  public String nameOf(HospitalInfo entry) {
    return entry.name();
  }

  @Override
  public Draft<HospitalInfo> draft(Table.Row row, Place place) throws RowFault {
    RowTexts texts = new RowTexts(mapping, row);
    Remarks remarks = new Remarks();
    String name = texts.first(Field.NAME).orElseThrow(() -> new RowFault("no name"));
    LngLat position = Objects.requireNonNull(place.position());
    String given = texts.find(Field.ID, 120);
    List<HospitalCapability> capabilities = capabilities(texts, remarks);
    Accreditation accreditation = accreditation(texts, remarks);
    Integer median = median(texts, remarks);
    List<LadderLevel> ladder = ladder(texts, row);
    String known = idsByName.get(Texts.key(name));
    HospitalInfo there = existing.get(given != null ? given : known == null ? "" : known);
    warn(remarks, ladder, there);
    return new Draft<>(
        row.number(),
        given == null ? known : given,
        name,
        "",
        List.of(name),
        position,
        remarks,
        (id, before) ->
            new HospitalInfo(
                new HospitalId(id),
                name,
                position,
                mapping.has(Field.CAPABILITIES) || before == null
                    ? capabilities
                    : before.capabilities(),
                mapping.has(Field.ACCREDITATION) || before == null
                    ? accreditation.name()
                    : before.accreditation(),
                mapping.has(Field.MEDIAN_ARRIVAL_TO_WIRE) || before == null
                    ? median
                    : before.medianArrivalToWireMinutes(),
                ladder.isEmpty() && before != null ? before.ladder() : ladder,
                before == null ? List.of() : before.onCall()));
  }

  private static void warn(
      Remarks remarks, List<LadderLevel> ladder, @Nullable HospitalInfo there) {
    List<LadderLevel> after = ladder.isEmpty() && there != null ? there.ladder() : ladder;
    if (after.isEmpty()) {
      remarks.warn(Warning.CHECK, "nobody to tell: a pre-alert cannot be answered");
    } else if (after.stream().allMatch(HospitalEntries::withoutPhone)) {
      remarks.warn(Warning.CHECK, "nobody has a phone: who is not at the screen cannot be told");
    }
  }

  private static boolean withoutPhone(LadderLevel level) {
    return level.phone() == null
        && level.together().stream().allMatch(contact -> contact.phone() == null);
  }

  private record Accreditation(@Nullable String name) {}

  private static Accreditation accreditation(RowTexts texts, Remarks remarks) {
    String said = texts.find(Field.ACCREDITATION, 120);
    if (said == null) {
      return new Accreditation(null);
    }
    Optional<String> known = HospitalWords.accreditation(said);
    if (known.isEmpty() && !HospitalWords.none(said)) {
      remarks.warn(Warning.CHECK, "the accreditation is not understood, left out");
    }
    return new Accreditation(known.orElse(null));
  }

  private static List<HospitalCapability> capabilities(RowTexts texts, Remarks remarks) {
    List<HospitalCapability> capabilities = new ArrayList<>();
    for (String word : texts.list(Field.CAPABILITIES)) {
      Optional<HospitalCapability> known = HospitalWords.capability(word);
      if (known.isEmpty()) {
        remarks.warn(Warning.CHECK, "the capability " + word + " is not known");
      }
      known.filter(c -> !capabilities.contains(c)).ifPresent(capabilities::add);
    }
    return capabilities;
  }

  private static @Nullable Integer median(RowTexts texts, Remarks remarks) {
    String said = texts.find(Field.MEDIAN_ARRIVAL_TO_WIRE, 20);
    if (said == null) {
      return null;
    }
    String digits = said.replaceAll("\\s*(?:分钟|分鐘|分|min\\.?|minutes?)$", "");
    if (!digits.matches("\\d{1,3}(?:\\.\\d+)?")) {
      remarks.warn(Warning.CHECK, "the minutes from arrival to wire cannot be read");
      return null;
    }
    return (int) Math.round(Double.parseDouble(digits));
  }

  /**
   * Columns of the same place in each row of columns belong together: contact 2, phone 2. Within a
   * cell {@code &} stands between those who are told at the same moment.
   */
  private List<LadderLevel> ladder(RowTexts texts, Table.Row row) {
    List<String> contacts = mapping.texts(row, Field.CONTACT);
    List<String> phones = mapping.texts(row, Field.CONTACT_PHONE);
    List<String> channels = mapping.texts(row, Field.CONTACT_CHANNEL);
    List<LadderLevel> ladder = new ArrayList<>();
    for (int i = 0; i < Math.max(contacts.size(), phones.size()); i++) {
      String contact = at(contacts, i);
      String phone = at(phones, i);
      if (contact != null || phone != null) {
        String name = texts.first(Field.NAME).orElse("");
        List<LadderContact> all = together(contact, phone, at(channels, i), name);
        LadderContact first = all.get(0);
        ladder.add(
            new LadderLevel(
                ladder.size() + 1,
                first.contact(),
                first.channel(),
                first.phone(),
                all.subList(1, all.size())));
      }
    }
    return ladder;
  }

  private static List<LadderContact> together(
      @Nullable String contact, @Nullable String phone, @Nullable String channel, String name) {
    List<String> contacts = parts(contact);
    List<String> phones = parts(phone);
    List<String> channels = parts(channel);
    List<LadderContact> all = new ArrayList<>();
    for (int i = 0; i < Math.max(contacts.size(), phones.size()); i++) {
      String own = at(phones, i);
      String who = at(contacts, i);
      // One channel for all of them may be said once.
      String how = channels.size() == 1 ? channels.get(0) : at(channels, i);
      all.add(
          new LadderContact(
              who == null ? name : who, HospitalWords.channel(how, own != null), own));
    }
    return all;
  }

  private static List<String> parts(@Nullable String cell) {
    return cell == null ? List.of() : List.of(cell.split("\\s*[&＆]\\s*", -1));
  }

  private static @Nullable String at(List<String> texts, int index) {
    String text = index < texts.size() ? Texts.orNull(texts.get(index)) : null;
    return text == null ? null : Texts.cut(text, 120);
  }

  @Override
  public CatalogueEdit.Parts parts(List<HospitalInfo> put) {
    return CatalogueEdit.Parts.ofHospitals(put);
  }

  @Override
  public int limit() {
    return MAX_HOSPITALS;
  }

  @Override
  public List<String> notes() {
    return List.of();
  }
}
