package io.dispatch120.dispatch.importing;

import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.ResponderInfo;
import io.dispatch120.dispatch.importing.mapping.Field;
import io.dispatch120.dispatch.importing.mapping.Mapping;
import io.dispatch120.dispatch.importing.place.Place;
import io.dispatch120.dispatch.importing.table.Table;
import io.dispatch120.dispatch.importing.value.Dates;
import io.dispatch120.dispatch.journal.CatalogueEdit;
import io.dispatch120.geo.api.LngLat;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Certified volunteers. No message about them quotes anything personal. */
final class ResponderEntries implements Entries<ResponderInfo> {
  private static final int MAX_RESPONDERS = 200_000;

  /** Some hundred metres: near enough to alert somebody, too coarse to show where they live. */
  private static final double COARSE = 1_000;

  private final Mapping mapping;
  private final Basis basis;
  private final String source;

  ResponderEntries(Mapping mapping, Basis basis, String source) {
    this.mapping = mapping;
    this.basis = basis;
    this.source = source;
  }

  @Override
  public String prefix() {
    return "responder";
  }

  @Override
  public boolean needsPosition() {
    return true;
  }

  @Override
  public Map<String, ResponderInfo> existing() {
    return basis.responders().stream().collect(Collectors.toMap(ResponderInfo::id, r -> r));
  }

  @Override
  public String sourceOf(ResponderInfo entry) {
    return entry.source();
  }

  @Override
  public @Nullable LngLat positionOf(ResponderInfo entry) {
    // People move.
    return null;
  }

  @Override
  public @Nullable String nameOf(ResponderInfo entry) {
    return null;
  }

  @Override
  public Draft<ResponderInfo> draft(Table.Row row, Place place) throws RowFault {
    RowTexts texts = new RowTexts(mapping, row);
    Remarks remarks = new Remarks();
    String name = texts.find(Field.NAME, 120);
    String phone = texts.find(Field.PHONE, 40);
    if (phone == null) {
      throw new RowFault("no phone");
    }
    LngLat position = coarse(Objects.requireNonNull(place.position()));
    Optional<Boolean> consent = RowTexts.yes(texts.find(Field.CONSENT, 20));
    if (mapping.has(Field.CONSENT) && consent.isEmpty()) {
      remarks.warn(Warning.CHECK, "consent is not understood: is not alerted");
    }
    String until = certifiedUntil(texts, remarks);
    Integer radius = radius(texts, remarks);
    return new Draft<>(
        row.number(),
        texts.find(Field.ID, 120),
        "",
        "",
        List.of(name == null ? "" : name, phone),
        null,
        remarks,
        (id, before) ->
            new ResponderInfo(
                id,
                Personal.of(name),
                new Personal(phone),
                position,
                mapping.has(Field.SKILLS) || before == null
                    ? texts.list(Field.SKILLS)
                    : before.skills(),
                texts.orKept(
                    Field.CERTIFIED_UNTIL, until, before == null ? null : before.certifiedUntil()),
                mapping.has(Field.CONSENT) || before == null
                    ? consent.orElse(false)
                    : before.consent(),
                texts.orKept(Field.RADIUS, radius, before == null ? null : before.radiusMeters()),
                source));
  }

  private static LngLat coarse(LngLat position) {
    return new LngLat(
        Math.rint(position.lng() * COARSE) / COARSE, Math.rint(position.lat() * COARSE) / COARSE);
  }

  private @Nullable String certifiedUntil(RowTexts texts, Remarks remarks) {
    String said = texts.find(Field.CERTIFIED_UNTIL, 40);
    if (said == null) {
      return null;
    }
    Optional<LocalDate> until = Dates.find(said);
    if (until.isEmpty()) {
      remarks.warn(Warning.CHECK, "the end of the certificate cannot be read");
    } else if (until.get().isBefore(basis.today())) {
      remarks.warn(Warning.CHECK, "the certificate has ended");
    }
    return until.map(LocalDate::toString).orElse(null);
  }

  private static @Nullable Integer radius(RowTexts texts, Remarks remarks) {
    String said = texts.find(Field.RADIUS, 20);
    if (said == null) {
      return null;
    }
    String digits = said.replaceAll("\\s*(?:m|米|公尺|メートル)$", "");
    if (!digits.matches("\\d{2,5}")) {
      remarks.warn(Warning.CHECK, "the radius is no number of metres, left out");
      return null;
    }
    return Integer.valueOf(digits);
  }

  @Override
  public CatalogueEdit.Parts parts(List<ResponderInfo> put) {
    return CatalogueEdit.Parts.ofResponders(put);
  }

  @Override
  public int limit() {
    return MAX_RESPONDERS;
  }

  @Override
  public List<String> notes() {
    return mapping.has(Field.CONSENT)
        ? List.of()
        : List.of("The list does not say who has agreed to be alerted: new ones count as not.");
  }
}
