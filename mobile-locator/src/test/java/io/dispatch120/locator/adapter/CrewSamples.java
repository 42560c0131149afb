package io.dispatch120.locator.adapter;

import static io.dispatch120.locator.adapter.InMemoryCore.A01;
import static io.dispatch120.locator.adapter.InMemoryCore.NOW;

import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.AssignmentStatus;
import io.dispatch120.dispatch.api.Availability;
import io.dispatch120.dispatch.api.Complaint;
import io.dispatch120.dispatch.api.CrewAssignmentView;
import io.dispatch120.dispatch.api.CrewUnitView;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.IncidentView.AssignmentView;
import io.dispatch120.dispatch.api.IncidentView.MessageView;
import io.dispatch120.dispatch.api.IncidentView.MilestoneView;
import io.dispatch120.dispatch.api.IncidentView.NoticeView;
import io.dispatch120.dispatch.api.IncidentView.PatientView;
import io.dispatch120.dispatch.api.MessageSender;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.Outcome;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.api.Sex;
import io.dispatch120.dispatch.api.TriageTag;
import io.dispatch120.dispatch.api.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An assignment and a unit with every field that there is. */
final class CrewSamples {
  private CrewSamples() {}

  static CrewAssignmentView assignment(Milestone reached) {
    Map<Milestone, MilestoneView> milestones = new TreeMap<>();
    milestones.put(
        Milestone.ASSIGNED, new MilestoneView(NOW, NOW, MilestoneSource.DISPATCH, null, false));
    milestones.put(reached, new MilestoneView(NOW, NOW, MilestoneSource.CREW, null, false));
    IncidentId incident = new IncidentId("i1");
    AssignmentView view =
        new AssignmentView(
            new AssignmentId("t1"),
            incident,
            A01,
            AssignmentStatus.valueOf(reached.name()),
            milestones,
            new HospitalId("h1"),
            List.of(new PatientId("p1")),
            List.of("nearest"),
            new Personal("熟悉路线"),
            new NoticeView("address_changed", 11, NOW, false),
            NOW,
            new Personal("误报"));
    return new CrewAssignmentView(
        view,
        incident,
        "20260301-0001",
        Priority.P1,
        Complaint.CHEST_PAIN,
        CallerSamples.POSITION,
        new Personal("梅溪湖路 1 号"),
        new Personal("北门"),
        new Personal("有楼梯"),
        new Personal("13800001234"),
        new Personal("李"),
        List.of(
            new PatientView(
                new PatientId("p1"),
                new Personal("张"),
                Sex.FEMALE,
                70,
                TriageTag.RED,
                new Personal("胸痛"),
                Outcome.TRANSPORTED)),
        List.of(new MessageView("m", MessageSender.DISPATCHER, new Personal("走北门"), NOW)),
        List.of(CallerSamples.aed(CallerSamples.PLACE)),
        List.of(new UnitId("A02")),
        List.of(PathwaySamples.chestPain()),
        List.of(PathwaySamples.preAlert()),
        List.of(PathwaySamples.hospital()),
        NOW,
        12);
  }

  static CrewUnitView unit(
      SessionUser crew, Availability availability, String reason, Instant expectedBackAt) {
    return new CrewUnitView(
        crew.unitId(), "一组", "湘A·12001", "望城坡站", availability, reason, expectedBackAt);
  }
}
