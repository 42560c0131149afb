package io.dispatch120.dispatch.query;

import io.dispatch120.dispatch.api.Catalogue.CenterInfo;
import io.dispatch120.dispatch.api.ChecklistView;
import io.dispatch120.dispatch.api.ChecklistView.QuestionView;
import io.dispatch120.dispatch.chestpain.Checklist;
import io.dispatch120.dispatch.codec.ChecklistReader;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The checklists that come with this build, as crews, dispatchers and hospitals are asked them. */
final class Checklists {
  static final Checklist THROMBOLYSIS = ChecklistReader.thrombolysis();

  private Checklists() {}

  /** A draft until a physician of the centre has put this version in force. */
  static Optional<ChecklistView> find(String name, CenterInfo center, Instant now) {
    return THROMBOLYSIS.id().equals(name)
        ? Optional.of(view(THROMBOLYSIS, !THROMBOLYSIS.inForce(center, now)))
        : Optional.empty();
  }

  private static ChecklistView view(Checklist checklist, boolean draft) {
    return new ChecklistView(
        checklist.id(),
        checklist.version(),
        draft,
        checklist.items().stream()
            .map(
                item ->
                    new QuestionView(
                        item.id(),
                        item.grade().name().toLowerCase(Locale.ROOT),
                        Map.of("zh-CN", item.zh(), "en", item.en())))
            .toList());
  }
}
