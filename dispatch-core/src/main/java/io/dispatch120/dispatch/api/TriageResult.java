package io.dispatch120.dispatch.api;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a triage card (分诊卡) makes of answers. Kept whole in the journal, with the words that were
 * shown, so that it can be told later what somebody was told to do, whatever cards are shipped
 * then.
 *
 * @param sha256 of the card's file, so that exactly this card was in force
 * @param answers by id of the question: {@code yes}, {@code no}, {@code unknown}, the id of a
 *     choice, a time in ISO 8601, a whole number. No free text, hence nothing personal
 * @param rule the rule whose instructions are given
 * @param priority never less urgent than what the questions left open could still mean
 * @param symptomOnset when the answers tell it
 * @param open questions asked and not known, which may make it more or less urgent
 */
public record TriageResult(
    String card,
    int version,
    String sha256,
    Map<String, String> answers,
    String rule,
    Complaint complaint,
    Priority priority,
    Set<Capability> capabilities,
    List<Instruction> instructions,
    boolean opensChestPain,
    boolean arrestRecognised,
    @Nullable Instant symptomOnset,
    List<String> open) {

  /** What is read to the caller. */
  public record Instruction(String id, Words text) {}

  public TriageResult {
    answers = Collections.unmodifiableMap(new TreeMap<>(answers));
    EnumSet<Capability> copy = EnumSet.noneOf(Capability.class);
    copy.addAll(capabilities);
    capabilities = Collections.unmodifiableSet(copy);
    instructions = List.copyOf(instructions);
    open = List.copyOf(open);
  }
}
