package io.dispatch120.dispatch.adapter.http;

import io.dispatch120.dispatch.api.ChecklistAnswers;
import io.dispatch120.dispatch.api.Troponin;
import io.dispatch120.dispatch.api.Vitals;
import io.dispatch120.web.Fields;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What bodies about a chest-pain case say. */
final class CaseBodies {
  private CaseBodies() {}

  static Vitals vitals(Fields fields, Instant now) {
    Instant at = fields.instantOrNull("at");
    return new Vitals(
        at == null ? now : at,
        fields.integerOrNull("systolic"),
        fields.integerOrNull("diastolic"),
        fields.integerOrNull("heartRate"),
        fields.integerOrNull("respiratoryRate"),
        fields.integerOrNull("oxygenSaturation"),
        fields.integerOrNull("glasgowComaScale"));
  }

  static Troponin troponin(Fields fields, Instant now) {
    Instant at = fields.instantOrNull("resultAt");
    return new Troponin(
        fields.text("test"),
        fields.text("value"),
        fields.text("unit"),
        fields.has("positive") ? fields.flag("positive", false) : null,
        fields.instantOrNull("drawnAt"),
        at == null ? now : at);
  }

  static ChecklistAnswers checklist(Fields fields) {
    Map<String, String> answers = new LinkedHashMap<>();
    fields
        .object("answers")
        .node()
        .properties()
        .forEach(answer -> answers.put(answer.getKey(), answer.getValue().asText()));
    return new ChecklistAnswers(fields.text("checklist"), fields.integer("version"), answers);
  }
}
