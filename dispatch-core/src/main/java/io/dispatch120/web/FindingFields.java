package io.dispatch120.web;

import io.dispatch120.dispatch.api.ChecklistAnswers;
import io.dispatch120.dispatch.api.Troponin;
import io.dispatch120.dispatch.api.Vitals;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What bodies say of findings on a patient, the same on both ports. */
public final class FindingFields {
  private FindingFields() {}

  /**
   * @param at when they were measured
   */
  public static Vitals vitals(Fields fields, Instant at) {
    return new Vitals(
        at,
        fields.integerOrNull("systolic"),
        fields.integerOrNull("diastolic"),
        fields.integerOrNull("heartRate"),
        fields.integerOrNull("respiratoryRate"),
        fields.integerOrNull("oxygenSaturation"),
        fields.integerOrNull("glasgowComaScale"));
  }

  /**
   * @param resultAt when the result was there
   */
  public static Troponin troponin(Fields fields, Instant resultAt) {
    return new Troponin(
        fields.text("test"),
        fields.text("value"),
        fields.text("unit"),
        fields.has("positive") ? fields.flag("positive", false) : null,
        fields.instantOrNull("drawnAt"),
        resultAt);
  }

  public static ChecklistAnswers checklist(Fields fields) {
    Map<String, String> answers = new LinkedHashMap<>();
    fields
        .object("answers")
        .node()
        .properties()
        .forEach(answer -> answers.put(answer.getKey(), answer.getValue().asText()));
    return new ChecklistAnswers(fields.text("checklist"), fields.integer("version"), answers);
  }
}
